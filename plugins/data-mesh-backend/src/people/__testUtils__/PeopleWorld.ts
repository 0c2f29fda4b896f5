import { Knex } from 'knex';
import { defaultRuleSets } from '../../__testUtils__/ruleSets';
import { AuditLog } from '../../audit/AuditLog';
import { EvidenceStore } from '../../evidence/EvidenceStore';
import { SourceStates } from '../../evidence/SourceStates';
import { NoticeStore } from '../../notifications/NoticeStore';
import {
  ANN,
  BEA,
  CARE,
  ORDERS,
  ReviewWorld,
  SUPPLY,
  ZOE,
} from '../../reviews/__testUtils__/ReviewWorld';
import { measureFields } from '../../valueTree/__testUtils__/kept';
import { DocumentStore } from '../../valueTree/documents/DocumentStore';
import { WaiverService } from '../../waivers/WaiverService';
import { WaiverStore } from '../../waivers/WaiverStore';

export const ZOE_REF = 'user:default/zoe';
export const BEA_REF = 'user:default/bea';
export const ANN_REF = 'user:default/ann';

type Person = typeof ZOE;

/** A portal in which Zoe has left her name wherever one can. */
export class PeopleWorld {
  readonly knex: Knex;
  readonly world: ReviewWorld;
  readonly audit: AuditLog;
  readonly waivers: WaiverService;

  private constructor(world: ReviewWorld) {
    const now = () => new Date(world.now);
    this.world = world;
    this.knex = world.knex;
    this.audit = new AuditLog({ now });
    this.waivers = new WaiverService({
      knex: world.knex,
      store: new WaiverStore(world.knex),
      ruleSets: defaultRuleSets(),
      respondents: { rolesFor: async () => new Map() },
      visibility: { resolve: async () => 'all', may: async () => true },
      audit: this.audit,
      reevaluation: { mark: async () => {}, now: async () => {} },
      now,
    });
  }

  static async on(knex: Knex): Promise<PeopleWorld> {
    const people = new PeopleWorld(await ReviewWorld.on(knex));
    await people.#tell();
    await people.#plant();
    await people.#review();
    await people.#askForExceptions();
    await people.#noteTheRest();
    await people.world.evaluateAll();
    await people.#leaveTheCatalog();
    return people;
  }

  get now(): string {
    return this.world.now;
  }

  /** What a person says of a product. */
  async say(key: string, value: unknown, person: Person): Promise<void> {
    await this.world.evidence.tells.tell(
      ORDERS,
      [{ key, value }],
      person,
      async () => {},
    );
  }

  /** Where everything stands, but for when and by whom. */
  async standing(): Promise<object> {
    return {
      results: await this.knex('results').orderBy([
        'subject_ref',
        'rule_set',
        'rule',
      ]),
      levels: await this.knex('levels')
        .select('subject_ref', 'rule_set', 'level', 'target', 'data', 'digest')
        .select('since', 'changed_at')
        .orderBy(['subject_ref', 'rule_set']),
      changes: await this.knex('result_changes').count({ count: '*' }),
    };
  }

  async ask(rule: string, person: Person): Promise<string> {
    const { id } = await this.waivers.ask(
      {
        entityRef: ORDERS,
        ruleSet: 'data-product-maturity',
        rule,
        reason: 'The fields change until summer',
        until: '2026-06-30',
      },
      person,
    );
    return id;
  }

  async #tell(): Promise<void> {
    for (const value of [false, true]) {
      await this.say('answer.stands-alone', value, ZOE);
      this.#wait();
    }
    for (const person of [ZOE, BEA, ANN]) {
      await this.say('consumers.stillUsing', 'yes', person);
    }
    const store = new EvidenceStore(this.knex);
    for (const [day, value] of [
      ['2026-01-01', 20],
      ['2026-02-01', 40],
    ] as const) {
      await store.put(
        [
          {
            entityRef: ZOE_REF,
            key: 'capacity.forData',
            source: 'time-sheets',
            way: 'collector',
            value,
            observedAt: `${day}T00:00:00.000Z`,
          },
        ],
        { receivedAt: this.now },
      );
    }
  }

  async #plant(): Promise<void> {
    const { tree } = this.world;
    await tree.nodes.add(
      {
        id: 'goal',
        kind: 'goal',
        fields: {
          title: 'Less waiting',
          domain: CARE,
          owner: ZOE_REF,
          sponsor: ZOE_REF,
          contributors: [
            { role: 'helper', ref: ZOE_REF },
            { role: 'helper', ref: BEA_REF },
          ],
        },
      },
      ZOE,
    );
    await tree.nodes.change(
      'goal',
      { version: 1, fields: { title: 'Nobody waits' } },
      ZOE,
    );
    const measure = await tree.measures.add(
      'goal',
      measureFields({ owner: ZOE_REF }),
      ZOE,
    );
    await tree.checkIns.checkIn(
      measure.id,
      { date: '2026-02-20', value: 8 },
      ZOE,
    );
    await tree.links.link('goal', { entityRef: ORDERS }, ZOE);
  }

  async #review(): Promise<void> {
    const { reviews, tree } = this.world;
    const review = await this.world.start(ZOE);
    await reviews.change(
      review.id,
      {
        version: 1,
        participants: [ZOE_REF, BEA_REF],
        notes: 'We meet again',
      },
      ZOE,
    );
    await this.world.say(review.id, { decision: 'invest' }, ZOE);
    await tree.states.decide(
      'goal',
      {
        version: 2,
        type: 'continue',
        reason: 'It helps',
        participants: [ZOE_REF, BEA_REF],
        reviewId: review.id,
      },
      ZOE,
    );
    await reviews.close(review.id, { version: 3 }, ZOE);
    await reviews.start({ domain: SUPPLY }, ZOE);
  }

  async #askForExceptions(): Promise<void> {
    for (const [asking, deciding] of [
      [ZOE, BEA],
      [BEA, ZOE],
    ]) {
      const id = await this.ask('contract-present', asking);
      await this.waivers.decide(
        id,
        { decision: 'approve', version: 1 },
        deciding,
      );
    }
    await this.ask('contract-present', ZOE);
  }

  /** What is written by what needs more around it than these tests have. */
  async #noteTheRest(): Promise<void> {
    const notices = new NoticeStore(this.knex);
    for (const recipient of [ZOE_REF, BEA_REF]) {
      await notices.claim(
        { recipient, topic: 'reading-due', day: '2026-03-01' },
        ['m1:2026-03-01'],
        { now: this.now, staleBefore: this.now },
      );
    }
    await new SourceStates(this.knex).save('time-sheets', {
      startedAt: this.now,
      problems: [`entityRef: there is no ${ZOE_REF}.`],
    });
    await this.audit.append(this.knex, {
      by: BEA_REF,
      action: 'question-answered',
      subjectRef: ZOE_REF,
    });
    await new DocumentStore(this.knex).save({
      id: 'tree',
      mode: 'seed',
      problems: [{ message: `“${ZOE_REF}” is no group`, path: 'spec' }],
      made: ['goal'],
    });
  }

  /** As if somebody had taken her out of the catalog days ago. */
  async #leaveTheCatalog(): Promise<void> {
    await this.knex('subjects').where({ ref: ZOE_REF }).delete();
  }

  #wait(): void {
    this.world.now = new Date(Date.parse(this.now) + 60_000).toISOString();
  }
}
