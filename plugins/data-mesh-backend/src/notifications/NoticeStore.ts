import { Knex } from 'knex';
import { insertRows, isAmong } from '../database/sql';
import { Topic } from './Notice';

const COLUMNS = {
  recipient_ref: 'text',
  topic: 'text',
  day: 'text',
  claimed_at: 'text',
  data: 'text',
} as const;

/** The one digest a day that a person gets of a topic. */
export type DigestKey = { recipient: string; topic: Topic; day: string };

/** A digest that was sent, or that somebody set out to send. */
export type StoredDigest = DigestKey & {
  claimedAt: string;
  /** Undefined while it is being sent, and when that failed. */
  sentAt?: string;
  /** Of the notices that it tells of. */
  keys: string[];
};

/** Remembers which digests were sent, and which replica sends one. */
export class NoticeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(
    recipients: readonly string[],
    sinceDay: string,
  ): Promise<StoredDigest[]> {
    const rows = await this.#knex('notices')
      .where('day', '>=', sinceDay)
      .where(isAmong(this.#knex, 'recipient_ref', recipients));
    return rows.map(row => ({
      recipient: row.recipient_ref,
      topic: row.topic,
      day: row.day,
      claimedAt: row.claimed_at,
      sentAt: row.sent_at ?? undefined,
      keys: JSON.parse(row.data).keys,
    }));
  }

  /**
   * Whoever claims a digest sends it. A claim that came to nothing can be
   * taken over after a while.
   *
   * @returns whether the caller is to send it
   */
  async claim(
    { recipient, topic, day }: DigestKey,
    keys: readonly string[],
    times: { now: string; staleBefore: string },
  ): Promise<boolean> {
    const stale = this.#knex.raw(
      'notices.sent_at is null and notices.claimed_at < ?',
      [times.staleBefore],
    );
    const rows = await insertRows(this.#knex, {
      table: 'notices',
      columns: COLUMNS,
      rows: [
        {
          recipient_ref: recipient,
          topic,
          day,
          claimed_at: times.now,
          data: JSON.stringify({ keys }),
        },
      ],
      onConflict: `(recipient_ref, topic, day) do update set claimed_at = excluded.claimed_at, data = excluded.data where ${stale}`,
      returning: 'recipient_ref',
    });
    return rows.length > 0;
  }

  async markSent(
    { recipient, topic, day }: DigestKey,
    sentAt: string,
  ): Promise<void> {
    await this.#knex('notices')
      .where({ recipient_ref: recipient, topic, day })
      .update({ sent_at: sentAt });
  }

  async removeBefore(day: string): Promise<void> {
    await this.#knex('notices').where('day', '<', day).delete();
  }
}
