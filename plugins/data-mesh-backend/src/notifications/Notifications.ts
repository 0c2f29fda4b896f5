import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { groupBy } from '../lists';
import { RuleSetsInForce } from '../ruleSets/RuleSetsInForce';
import { WaiverReader } from '../waivers/WaiverReader';
import { composeDigest } from './composeDigest';
import { DigestSender, Digest } from './DigestSender';
import { GoalNews } from './GoalNews';
import { Notice } from './Notice';
import { NoticeStore } from './NoticeStore';
import { PassTimes } from './PassTimes';
import { Recipients } from './Recipients';
import { ResultNews } from './ResultNews';
import { WaiverNews } from './WaiverNews';

const DAY = 24 * 60 * 60 * 1000;
/** For how long what could not be told is kept in mind. */
const TOLD_WITHIN_DAYS = 14;
/** Longer than anything is told of, so that nothing is told twice. */
const REMEMBERED_DAYS = 40;

/**
 * Tells people through the notifications service what became worse on what
 * they answer for, and what is due: at most one digest a day, person and topic,
 * and only of what has been so for two passes.
 */
export class Notifications {
  readonly #passes: PassTimes;
  readonly #results: ResultNews;
  readonly #waivers: WaiverNews;
  readonly #goals: GoalNews;
  readonly #recipients: Recipients;
  readonly #store: NoticeStore;
  readonly #sender: DigestSender;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    ruleSets: RuleSetsInForce;
    waivers: WaiverReader;
    notifications: NotificationService;
    logger: LoggerService;
    now?: () => Date;
  }) {
    const { knex, logger } = options;
    this.#now = options.now ?? (() => new Date());
    this.#passes = new PassTimes(knex);
    this.#results = new ResultNews(options);
    this.#waivers = new WaiverNews(options);
    this.#goals = new GoalNews(knex);
    this.#recipients = new Recipients(knex);
    this.#store = new NoticeStore(knex);
    this.#sender = new DigestSender({
      notifications: options.notifications,
      store: this.#store,
      logger,
      now: this.#now,
    });
    this.#logger = logger;
  }

  /**
   * To be called after each complete pass, once its results are stored.
   * Never rejects: what could not be sent is sent after a later pass.
   */
  async afterPass({ startedAt }: { startedAt: string }): Promise<void> {
    try {
      const settledBefore = await this.#passes.note(startedAt);
      if (settledBefore) {
        const notices = await this.#find(settledBefore);
        await this.#sender.send(await this.#address(notices));
      }
    } catch (error) {
      this.#logger.error(
        `Whom to notify could not be found out, the next pass tries again: ${error}`,
      );
    }
  }

  async #find(settledBefore: string): Promise<Notice[]> {
    await this.#store.removeBefore(this.#dayBefore(REMEMBERED_DAYS));
    const since = new Date(this.#now().getTime() - TOLD_WITHIN_DAYS * DAY);
    const today = this.#dayBefore(0);
    return [
      ...(await this.#results.find(since, settledBefore)),
      ...(await this.#waivers.find(today, settledBefore)),
      ...(await this.#goals.find(today, {
        since: since.toISOString(),
        settledBefore,
      })),
    ];
  }

  /** Makes a digest for each person and topic that something is new for. */
  async #address(notices: readonly Notice[]): Promise<Digest[]> {
    if (notices.length === 0) {
      return [];
    }
    const subjects = await this.#recipients.getAnswered(
      notices.flatMap(({ subject, told }) => (told ? [] : [subject])),
    );
    const living = notices.flatMap(notice => {
      const subject = notice.told ?? subjects.get(notice.subject);
      return subject ? [{ notice, subject }] : [];
    });
    const people = await this.#recipients.getPeople([
      ...new Set(
        living.flatMap(({ notice, subject }) => [
          ...subject.owners,
          ...(notice.also ?? []),
        ]),
      ),
    ]);
    const addressed = living.flatMap(({ notice, subject }) => {
      const refs = [...subject.owners, ...(notice.also ?? [])];
      const all = new Set(refs.flatMap(ref => people.get(ref) ?? []));
      return [...all].map(recipient => ({
        recipient,
        notice,
        name: subject.title,
      }));
    });
    return this.#leaveOutTold(addressed);
  }

  async #leaveOutTold(
    addressed: { recipient: string; notice: Notice; name: string }[],
  ): Promise<Digest[]> {
    const day = this.#dayBefore(0);
    const stored = groupBy(
      await this.#store.get(
        [...new Set(addressed.map(({ recipient }) => recipient))],
        this.#dayBefore(REMEMBERED_DAYS),
      ),
      ({ recipient, topic }) => `${recipient} ${topic}`,
    );
    const groups = groupBy(
      addressed,
      ({ recipient, notice }) => `${recipient} ${notice.topic}`,
    );
    return [...groups].flatMap(([key, own]) => {
      const before = stored.get(key) ?? [];
      const today = before.find(digest => digest.day === day);
      const told = new Set(
        before.flatMap(({ sentAt, keys }) => (sentAt ? keys : [])),
      );
      const untold = own
        .filter(({ notice }) => notice.keys.some(one => !told.has(one)))
        .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
      if (untold.length === 0 || today?.sentAt) {
        return [];
      }
      const [{ recipient, notice }] = untold;
      return {
        recipient,
        topic: notice.topic,
        day,
        keys: untold.flatMap(one => one.notice.keys),
        triedAt: today?.claimedAt,
        payload: composeDigest(untold, `data-mesh:${notice.topic}:${day}`),
      };
    });
  }

  #dayBefore(days: number): string {
    const time = this.#now().getTime() - days * DAY;
    return new Date(time).toISOString().slice(0, 10);
  }
}
