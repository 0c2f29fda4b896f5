import { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ChangeCause } from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { monotonicFactory } from 'ulid';
import { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import { createProjection } from '../../__testUtils__/projection';
import { defaultRuleSets } from '../../__testUtils__/ruleSets';
import {
  OWNERSHIP_FAULTS,
  PRODUCT_MATURITY,
} from '../../ruleSets/RuleSetsInForce';
import { WaiverStore } from '../../waivers/WaiverStore';
import { Notifications } from '../Notifications';

const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

const ruleSets = defaultRuleSets();

type Where = {
  ruleSet?: string;
  dimension?: string;
  cause?: ChangeCause;
};

/** A portal with a clock, in which results change and notifications go out. */
export class NoticeWorld {
  readonly knex: Knex;
  readonly waivers: WaiverStore;
  readonly logger: jest.Mocked<LoggerService>;
  /** Answers of the notifications service; throws when it is away. */
  onSend: (options: NotificationSendOptions) => Promise<void> = async () => {};
  sent: { to: string; payload: NotificationSendOptions['payload'] }[] = [];
  readonly #nextId = monotonicFactory();
  time = Date.parse('2026-03-01T09:00:00Z');

  constructor(knex: Knex) {
    this.knex = knex;
    this.waivers = new WaiverStore(knex);
    this.logger = mockServices.logger.mock();
  }

  async hasCatalog(entities: readonly Entity[]): Promise<void> {
    const catalog = new FakeCatalog(entities);
    const rules = { maxVanishShare: 1 };
    const now = () => new Date(this.time);
    const report = await createProjection(this.knex, catalog, {
      now,
      rules,
    }).pass.run();
    if (report.outcome !== 'complete') {
      throw new Error(`The pass was ${report.outcome}: ${report.reason}`);
    }
  }

  get now(): string {
    return new Date(this.time).toISOString();
  }

  wait(milliseconds: number): void {
    this.time += milliseconds;
  }

  replica(service?: NotificationService): Notifications {
    const notifications: NotificationService = service ?? {
      send: async options => {
        await this.onSend(options);
        const { recipients, payload } = options;
        const to = 'entityRef' in recipients ? recipients.entityRef : 'all';
        this.sent.push({ to: String(to), payload });
      },
    };
    return new Notifications({
      knex: this.knex,
      ruleSets,
      waivers: this.waivers,
      notifications,
      logger: this.logger,
      now: () => new Date(this.time),
    });
  }

  /** Ten minutes later, a pass; what was sent after it, in short. */
  async pass(...replicas: Notifications[]): Promise<string[]> {
    this.wait(10 * MINUTE);
    this.sent = [];
    const startedAt = this.now;
    const all = replicas.length > 0 ? replicas : [this.replica()];
    await Promise.all(all.map(replica => replica.afterPass({ startedAt })));
    return this.sent
      .map(({ to, payload }) => `${to.split('/')[1]}: ${payload.title}`)
      .sort();
  }

  /** As many passes as it takes until a change has been there for two. */
  async passes(): Promise<string[]> {
    const before = [...(await this.pass()), ...(await this.pass())];
    const all = [...before, ...(await this.pass())];
    return all.sort();
  }

  /** Where a subject stands before anything changes. */
  async stands(
    subject: string,
    level: number | null,
    ruleSet: string = PRODUCT_MATURITY,
    historyKey: string = subject,
  ): Promise<void> {
    await this.knex('levels')
      .insert({
        subject_ref: subject,
        rule_set: ruleSet,
        history_key: historyKey,
        version: 1,
        level,
        data: '{}',
        digest: '',
        inputs: '{}',
        inputs_digest: '',
        changed_at: this.now,
      })
      .onConflict(['subject_ref', 'rule_set'])
      .merge();
  }

  async levelChanges(
    subject: string,
    before: number | null,
    after: number | null,
    where: Where = {},
  ): Promise<void> {
    await this.stands(subject, after, where.ruleSet);
    await this.#note(subject, undefined, before, after, where);
  }

  async resultChanges(
    subject: string,
    rule: string,
    [before, after]: [string, string],
    options: Where & { severity?: string; counted?: boolean } = {},
  ): Promise<void> {
    const ruleSet = options.ruleSet ?? OWNERSHIP_FAULTS;
    await this.stands(subject, null, ruleSet);
    const place = { subject_ref: subject, rule_set: ruleSet, rule };
    await this.knex('results').where(place).delete();
    await this.knex('results').insert({
      ...place,
      code: rule,
      status: after,
      counted: options.counted ?? true,
      severity: options.severity ?? null,
      since: this.now,
    });
    await this.#note(subject, rule, before, after, { ...options, ruleSet });
  }

  async #note(
    subject: string,
    rule: string | undefined,
    before: string | number | null,
    after: string | number | null,
    { ruleSet, dimension, cause }: Where,
  ): Promise<void> {
    const level = await this.knex('levels')
      .where({ subject_ref: subject })
      .first();
    await this.knex('result_changes').insert({
      id: this.#nextId(this.time),
      at: this.now,
      subject_ref: subject,
      history_key: level.history_key,
      rule_set: ruleSet ?? PRODUCT_MATURITY,
      rule,
      dimension,
      before: before === null ? null : String(before),
      after: after === null ? null : String(after),
      cause: cause ?? 'contract',
    });
  }
}
