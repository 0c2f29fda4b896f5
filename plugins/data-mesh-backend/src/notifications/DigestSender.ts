import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { NotificationPayload } from './composeDigest';
import { DigestKey, NoticeStore } from './NoticeStore';

/** After how many failures in a row the service is taken to be away. */
const MOST_FAILURES = 5;
/** What is left goes out after the next pass. */
const MOST_A_RUN = 500;
const PATIENCE_MS = 30_000;
/** Longer than sending takes: a claim that is older came to nothing. */
const STALE_AFTER_MS = 5 * 60_000;

/** A digest to send. */
export type Digest = DigestKey & {
  keys: readonly string[];
  payload: NotificationPayload;
  /** When somebody last set out to send it. */
  triedAt?: string;
};

/** Sends digests, each once, whatever replicas and failures there are. */
export class DigestSender {
  readonly #notifications: NotificationService;
  readonly #store: NoticeStore;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  #isFailing = false;

  constructor(options: {
    notifications: NotificationService;
    store: NoticeStore;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#notifications = options.notifications;
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Those that failed before come last, so that they hold up no other. */
  async send(digests: readonly Digest[]): Promise<void> {
    const queue = [...digests]
      .sort((a, b) => (a.triedAt ?? '').localeCompare(b.triedAt ?? '', 'en'))
      .slice(0, MOST_A_RUN);
    const errors: unknown[] = [];
    let failuresInARow = 0;
    let sent = 0;
    for (const digest of queue) {
      if (failuresInARow >= MOST_FAILURES) {
        break;
      }
      if (await this.#claim(digest)) {
        try {
          await this.#sendOne(digest);
          sent += 1;
          failuresInARow = 0;
        } catch (error) {
          errors.push(error);
          failuresInARow += 1;
        }
      }
    }
    this.#tell(sent, errors);
  }

  async #claim(digest: Digest): Promise<boolean> {
    const now = this.#now().getTime();
    return this.#store.claim(digest, digest.keys, {
      now: new Date(now).toISOString(),
      staleBefore: new Date(now - STALE_AFTER_MS).toISOString(),
    });
  }

  async #sendOne(digest: Digest): Promise<void> {
    const { recipient, payload } = digest;
    await inTime(
      this.#notifications.send({
        recipients: { type: 'entity', entityRef: recipient },
        payload,
      }),
    );
    await this.#store.markSent(digest, this.#now().toISOString());
  }

  /** Once, not after each pass: a portal may have no notifications at all. */
  #tell(sent: number, errors: readonly unknown[]) {
    if (errors.length > 0 && !this.#isFailing) {
      this.#isFailing = true;
      this.#logger.warn(
        `A notification could not be sent; it is tried again after the next passes. A portal without the notifications plugin can leave it at that: ${errors[0]}`,
      );
    } else if (errors.length === 0 && sent > 0 && this.#isFailing) {
      this.#isFailing = false;
      this.#logger.info('Notifications are sent again');
    }
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`)),
      PATIENCE_MS,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
