import {
  reviewInFullSchema,
  reviewListSchema,
  reviewSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { createTestDatabases } from '../__testUtils__/projection';
import { refusal } from '../valueTree/__testUtils__/TreeWorld';
import { measureFields } from '../valueTree/__testUtils__/kept';
import {
  ANN,
  BEA,
  CARE,
  LOOSE,
  ORDERS,
  PIPELINE,
  ReviewWorld,
  SECRET,
  SUPPLY,
  ZOE,
} from './__testUtils__/ReviewWorld';

jest.setTimeout(120_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('ReviewService on %s', id => {
  let world: ReviewWorld;

  beforeEach(async () => {
    world = await ReviewWorld.on(await databases.init(id));
  });

  async function addTree() {
    const { nodes, checkIns, measures } = world.tree;
    await nodes.add(
      {
        id: 'G',
        kind: 'goal',
        state: 'active',
        fields: { title: 'Nobody waits', domain: CARE },
      },
      ANN,
    );
    const { id: measure } = await measures.add('G', measureFields(), ANN);
    await nodes.add(
      {
        id: 'B',
        kind: 'bet',
        parentId: 'G',
        state: 'active',
        fields: {
          title: 'If clinics see the queue, they plan',
          reviewAt: '2026-03-20',
          stopRule: 'the queue stays',
        },
      },
      ANN,
    );
    await checkIns.checkIn(measure, { date: '2026-02-01', value: 9 }, ANN);
    await checkIns.checkIn(measure, { date: '2026-02-20', value: 8 }, ANN);
    return measure;
  }

  const closed = async (reviewId: string) => {
    const { review } = await world.reviews.get(reviewId, ANN);
    return world.reviews.close(reviewId, { version: review.version }, ANN);
  };

  describe('a review', () => {
    it('is started once, whoever starts it', async () => {
      const [one, other] = await Promise.all([
        world.reviews.start({ domain: 'care' }, ANN),
        world.reviews.start({ domain: CARE }, ZOE),
      ]);
      expect([one.isNew, other.isNew].sort()).toEqual([false, true]);
      expect(one.review.id).toBe(other.review.id);
      expect(reviewSchema.strict().parse(one.review)).toMatchObject({
        domain: { ref: CARE, title: 'Patient care' },
        state: 'open',
        products: [],
        may: ['hold'],
        version: 1,
      });
      expect(await world.knex('reviews')).toHaveLength(1);
      expect(await world.log()).toHaveLength(1);
    });

    it('is held by those who answer for the domain, and by people', async () => {
      const review = await world.start();
      const end = { version: 1 };
      const saying = { version: 0, decision: 'keep' as const };
      const { reviews } = world;
      for (const attempt of [
        () => reviews.start({ domain: CARE }, BEA),
        () => reviews.get(review.id, BEA),
        () => reviews.get(review.id, PIPELINE),
        () => reviews.change(review.id, { ...end, notes: 'x' }, BEA),
        () => reviews.say(review.id, ORDERS, saying, BEA),
        () => reviews.close(review.id, end, BEA),
        () => reviews.abandon(review.id, end, BEA),
      ]) {
        const { name, message } = await refusal(attempt());
        expect(name).toBe('NotAllowedError');
        expect(message).toContain('data-mesh.goal.manage');
      }
      expect(await reviews.list({}, BEA)).toEqual({
        items: [],
        mayHold: [{ domain: expect.objectContaining({ ref: SUPPLY }) }],
      });
      expect(await reviews.list({}, PIPELINE)).toEqual({
        items: [],
        mayHold: [],
      });
      expect(
        (await reviews.list({}, ZOE)).mayHold.map(({ domain }) => domain.ref),
      ).toEqual([CARE, SUPPLY]);
    });

    it('is of a domain that one may see', async () => {
      const { id: reviewId } = await world.start();
      world.visible = new Set([ORDERS]);
      expect((await refusal(world.start())).name).toBe('InputError');
      expect((await refusal(world.reviews.get(reviewId, ANN))).name).toBe(
        'NotFoundError',
      );
      expect(await world.reviews.list({}, ANN)).toEqual({
        items: [],
        mayHold: [],
      });
    });
  });

  describe('the agenda', () => {
    it('has what is due, prefilled from what is known', async () => {
      const measure = await addTree();
      await world.put('usage.last30Days', 214);
      await world.put('promises.kept', false, { observedAt: '2026-01-01' });
      const { id: reviewId } = await world.start();
      const found = await world.reviews.get(reviewId, ANN);
      expect(reviewInFullSchema.strict().safeParse(found).error).toBe(
        undefined,
      );
      const { agenda } = found;
      expect(agenda).toMatchObject({ since: '2025-12-01', isFirst: true });
      expect(
        agenda?.products.map(({ product, isDue }) => [product.ref, isDue]),
      ).toEqual([
        [ORDERS, true],
        [LOOSE, true],
        [SECRET, true],
        ['dataproduct:default/young', false],
      ]);
      expect(agenda?.products[0]).toMatchObject({
        users: { now: [{ title: 'Team B' }] },
        use: { last30Days: { value: 214, holds: true } },
        promises: { value: false, holds: false },
        run: { by: 'Team A' },
        last: {},
        answers: [],
        mayTell: ['value', 'standsAlone', 'funded'],
      });
      expect(agenda?.products[0].points.map(({ code }) => code)).toContain(
        'OF-12',
      );
      expect(agenda?.ownership.map(({ severity }) => severity)).toEqual(
        ['high', 'medium', 'low'].flatMap(severity =>
          (agenda?.ownership ?? [])
            .filter(point => point.severity === severity)
            .map(() => severity),
        ),
      );
      expect(agenda?.nodes).toEqual([
        {
          id: 'G',
          kind: 'goal',
          title: 'Nobody waits',
          why: ['hints'],
          reviewAt: undefined,
          decided: undefined,
        },
        expect.objectContaining({ id: 'B', why: ['date'] }),
      ]);
      expect(agenda?.changes).toMatchObject({
        readings: [
          {
            measureId: measure,
            now: 8,
            date: '2026-02-20',
            count: 2,
            unit: 'h',
          },
        ],
        nodes: expect.arrayContaining([
          expect.objectContaining({ id: 'B', what: 'added' }),
        ]),
      });
    });

    it('is asked of fewer answers from those who are not asked', async () => {
      const { id: reviewId } = await world.start();
      const { agenda } = await world.reviews.get(reviewId, ZOE);
      expect(agenda?.products[0].mayTell).toEqual([]);
    });

    it('tells consumers’ answers, and answers nothing for them', async () => {
      await world.knex('evidence').insert({
        entity_ref: ORDERS,
        key: 'consumers.stillUsing',
        source: 'user:default/bea',
        way: 'portal',
        value: '"problem"',
        since: '2026-02-01T00:00:00.000Z',
        observed_at: '2026-02-01T00:00:00.000Z',
        note: 'Late on Mondays',
        received_at: '2026-02-01T00:00:00.000Z',
      });
      const { id: reviewId } = await world.start();
      await world.say(reviewId);
      const { agenda } = await world.reviews.get(reviewId, ANN);
      expect(
        agenda?.products.find(({ product }) => product.ref === ORDERS)?.answers,
      ).toEqual([
        {
          by: expect.objectContaining({ title: 'Bea' }),
          value: 'problem',
          note: 'Late on Mondays',
          at: '2026-02-01T00:00:00.000Z',
        },
      ]);
      expect(
        await world.knex('evidence').where({ key: 'consumers.stillUsing' }),
      ).toHaveLength(1);
    });

    it('leaves out what one may not see', async () => {
      const { id: reviewId } = await world.start();
      const all = await world.knex('subjects').select('ref');
      world.visible = new Set(
        all.map(({ ref }) => ref).filter(ref => ref !== SECRET),
      );
      const found = await world.reviews.get(reviewId, ANN);
      expect(JSON.stringify(found)).not.toContain('secret');
      expect(
        (await refusal(world.say(reviewId, {}, ANN, SECRET))).message,
      ).toContain('There is no data product');
    });

    it('takes a number of statements that does not grow', async () => {
      await addTree();
      const { id: reviewId } = await world.start();
      const count = async () => {
        const statements: string[] = [];
        const note = ({ sql }: { sql: string }) => statements.push(sql);
        world.knex.on('query', note);
        await world.reviews.get(reviewId, ANN);
        world.knex.removeListener('query', note);
        return statements.length;
      };
      const before = await count();
      for (let i = 0; i < 10; i++) {
        await world.knex('products').insert({
          ref: `dataproduct:default/p${i}`,
          sort_title: `p${i}`,
          domain_ref: CARE,
          lifecycle: 'production',
        });
        await world.tree.nodes.add(
          {
            kind: 'bet',
            parentId: 'G',
            state: 'active',
            fields: { title: `Bet ${i}`, reviewAt: '2026-03-02' },
          },
          ANN,
        );
      }
      expect(await count()).toBe(before);
      expect(before).toBeLessThan(40);
    });
  });

  describe('what is said of a product', () => {
    const rules = ['DP-L3', 'DP-L4', 'DP-L5', 'DP-V7'];
    const saying = {
      decision: 'invest',
      value: 'Clinics plan by it',
      costBand: 'up to 20,000',
      next: 'Show it to the depot',
      standsAlone: true,
      funded: false,
    } as const;

    it('answers the rules at once, in the person’s name', async () => {
      expect(await world.rules(rules)).toEqual({
        'DP-L3': 'fail',
        'DP-L4': 'pass',
        'DP-L5': 'unknown',
        'DP-V7': 'unknown',
      });
      const { id: reviewId } = await world.start();
      const review = await world.say(reviewId, saying);
      expect(reviewSchema.strict().parse(review)).toMatchObject({
        version: 2,
        products: [
          {
            ...saying,
            version: 1,
            product: { ref: ORDERS },
            by: { title: 'Ann' },
            unheard: [],
          },
        ],
      });
      expect(await world.rules(rules)).toEqual({
        'DP-L3': 'pass',
        'DP-L4': 'fail',
        'DP-L5': 'pass',
        'DP-V7': 'pass',
      });
      const told = await world.knex('evidence').orderBy('key');
      expect(
        told.map(({ key, source, way, value }) => [key, source, way, value]),
      ).toEqual([
        ['answer.cost-and-value-known', 'user:default/ann', 'portal', 'true'],
        ['answer.stands-alone', 'user:default/ann', 'portal', 'true'],
        ['funding.goesOn', 'user:default/ann', 'portal', 'false'],
        ['review.heldAt', 'user:default/ann', 'portal', '"2026-03-01"'],
      ]);
      expect(told[0].note).toBe(
        'Costs a year: up to 20,000. Worth: Clinics plan by it',
      );
      expect(await world.log()).toContain('user:default/ann product-reviewed');
    });

    it('leaves to others what they are asked', async () => {
      const { id: reviewId } = await world.start();
      const { products } = await world.say(reviewId, saying, ZOE);
      expect(products[0].unheard).toEqual([
        {
          key: 'answer.cost-and-value-known',
          title: 'what it costs and is worth',
          who: ['owner', 'product-owner'],
        },
        expect.objectContaining({ key: 'answer.stands-alone' }),
        expect.objectContaining({ key: 'funding.goesOn' }),
      ]);
      expect(await world.rules(rules)).toMatchObject({
        'DP-L3': 'pass',
        'DP-L5': 'unknown',
      });
    });

    it('is not said by whoever may tell nothing', async () => {
      const { id: reviewId } = await world.start();
      world.mayTell = false;
      expect((await refusal(world.say(reviewId))).name).toBe('NotAllowedError');
      expect(await world.knex('evidence')).toEqual([]);
      expect((await world.reviews.get(reviewId, ANN)).review.products).toEqual(
        [],
      );
    });

    it('can be said anew, and never over what somebody else said', async () => {
      const { id: reviewId } = await world.start();
      await world.say(reviewId, saying);
      const error = await refusal(
        world.say(reviewId, { decision: 'retire', next: 'x' }, ZOE),
      );
      expect([error.name, error.current]).toMatchObject([
        'ConflictError',
        { products: [{ decision: 'invest', version: 1 }] },
      ]);
      expect(await world.knex('evidence')).toHaveLength(4);
      expect(
        await world.knex('evidence').where({ source: 'user:default/zoe' }),
      ).toEqual([]);
      const now = await world.say(reviewId, { version: 1, decision: 'keep' });
      expect(now.products).toMatchObject([{ decision: 'keep', version: 2 }]);
    });

    it('is kept for each product when two people talk at once', async () => {
      const { id: reviewId } = await world.start();
      await Promise.all([
        world.say(reviewId, saying),
        world.say(reviewId, {}, ZOE, LOOSE),
        world.say(reviewId, {}, ZOE, SECRET),
      ]);
      const { review } = await world.reviews.get(reviewId, ANN);
      expect(review.version).toBe(4);
      expect(review.products.map(({ product }) => product.ref).sort()).toEqual(
        [LOOSE, ORDERS, SECRET].sort(),
      );
    });

    it('is about a living product of the domain', async () => {
      const { id: reviewId } = await world.start();
      for (const product of ['stock', 'old', 'none']) {
        const { name } = await refusal(
          world.say(reviewId, {}, ANN, `dataproduct:default/${product}`),
        );
        expect(name).toBe('InputError');
      }
    });
  });

  describe('participants and notes', () => {
    it('are changed by whoever has read them last', async () => {
      const { id: reviewId } = await world.start();
      const { reviews } = world;
      const participants = ['bea', 'user:default/zoe', 'user:default/Zoe'];
      const changed = await reviews.change(
        reviewId,
        { version: 1, participants, notes: 'Well prepared' },
        ANN,
      );
      expect(changed).toMatchObject({
        participants: [{ title: 'Bea' }, { title: 'Zoe' }],
        notes: 'Well prepared',
        version: 2,
      });
      const error = await refusal(
        reviews.change(reviewId, { version: 1, notes: 'No' }, ZOE),
      );
      expect([error.name, error.current]).toMatchObject([
        'ConflictError',
        { notes: 'Well prepared', version: 2 },
      ]);
      for (const ref of ['user:', 'group:default/team-a']) {
        const { name, message } = await refusal(
          reviews.change(reviewId, { version: 2, participants: [ref] }, ANN),
        );
        expect([name, message]).toEqual([
          'InputError',
          expect.stringContaining('participants: '),
        ]);
      }
    });
  });

  describe('closing', () => {
    const learning = 'They see it and still do not plan';

    it('composes the minutes and keeps how all stood', async () => {
      const measure = await addTree();
      const { id: reviewId } = await world.start();
      await world.say(reviewId, {
        decision: 'invest',
        value: 'Clinics plan by it',
        next: 'Show it to the *depot*',
      });
      await world.tree.states.decide(
        'B',
        {
          version: 1,
          type: 'stop',
          reason: 'The queue stays',
          learning,
          measures: [measure],
          reviewId,
        },
        ANN,
      );
      await world.reviews.change(
        reviewId,
        { version: 2, participants: ['bea'], notes: 'We meet **again**.' },
        ANN,
      );
      const open = await world.reviews.get(reviewId, ANN);
      expect(open.agenda?.nodes).toContainEqual(
        expect.objectContaining({ id: 'B', why: [], decided: 'stop' }),
      );
      world.now = '2026-03-02T09:00:00.000Z';
      const { review, minutes, agenda } = await world.reviews.close(
        reviewId,
        { version: 3 },
        ANN,
      );
      expect(review).toMatchObject({
        state: 'closed',
        closedBy: { title: 'Ann' },
        closedAt: '2026-03-02T09:00:00.000Z',
        may: [],
      });
      expect(agenda).toBe(undefined);
      expect(minutes).toContain('# Review of Patient care, 2 Mar 2026\n');
      expect(minutes).toContain('With Bea. Closed by Ann. The first review');
      expect(minutes).toContain(
        '- **Lab \\| orders**: invest. Worth: Clinics plan by it. Next: Show it to the \\*depot\\*.\n',
      );
      expect(minutes).toContain(
        `- bet **If clinics see the queue, they plan**: stop. The queue stays. Learnt: ${learning}. (Ann)`,
      );
      expect(minutes).toContain(
        'Hours to wait: 8 h on 2026-02-20, from 10, wants 2 by 2026-12-31: on course',
      );
      expect(minutes).toContain('| Lab \\| orders | Listed | Usable | 1 |');
      expect(minutes).toContain('## Notes\n\nWe meet **again**.\n');
      const [row] = await world.knex('reviews');
      expect(row.minutes).toBe(minutes);
      expect(JSON.parse(row.snapshot)).toMatchObject({
        day: '2026-03-02',
        decisions: [{ nodeId: 'B', type: 'stop', learning }],
        nodes: [{ id: 'G' }, { id: 'B', state: 'stopped' }],
      });
      expect(await world.reviews.get(reviewId, BEA)).toMatchObject({
        minutes,
        review: { may: [] },
      });
    });

    it('makes it read-only, for decisions too', async () => {
      await addTree();
      const { id: reviewId } = await world.start();
      await closed(reviewId);
      const before = await world.knex('reviews');
      const { reviews } = world;
      for (const attempt of [
        () => reviews.change(reviewId, { version: 2, notes: 'x' }, ANN),
        () => world.say(reviewId),
        () => reviews.close(reviewId, { version: 2 }, ANN),
        () => reviews.abandon(reviewId, { version: 2 }, ANN),
      ]) {
        const { name, message } = await refusal(attempt());
        expect([name, message]).toEqual([
          'ConflictError',
          'This review is closed by now, so it stays as it is.',
        ]);
      }
      const late = await refusal(
        world.tree.states.decide(
          'B',
          { version: 1, type: 'continue', reason: 'x', reviewId },
          ANN,
        ),
      );
      expect(late.message).toContain('there is no open review');
      expect(await world.knex('reviews')).toEqual(before);
      expect(await world.knex('evidence')).toEqual([]);
    });

    it('is refused for a review that has changed since', async () => {
      const { id: reviewId } = await world.start();
      await world.say(reviewId);
      const error = await refusal(
        world.reviews.close(reviewId, { version: 1 }, ANN),
      );
      expect([error.name, error.current]).toMatchObject([
        'ConflictError',
        { version: 2, state: 'open' },
      ]);
      const [row] = await world.knex('reviews');
      expect([row.state, row.minutes, row.snapshot]).toEqual([
        'open',
        null,
        null,
      ]);
    });

    it('happens once, or not at all', async () => {
      const { id: reviewId } = await world.start();
      const end = { version: 1 };
      const outcomes = await Promise.allSettled([
        world.reviews.close(reviewId, end, ANN),
        world.reviews.close(reviewId, end, ZOE),
        world.reviews.abandon(reviewId, end, ZOE),
      ]);
      expect(
        outcomes.filter(({ status }) => status === 'fulfilled'),
      ).toHaveLength(1);
      const [row] = await world.knex('reviews');
      expect(row.version).toBe(2);
      expect(row.minutes === null).toBe(row.state === 'abandoned');
    });

    it('gives the next review its beginning', async () => {
      const first = await world.start();
      await world.put('usage.last30Days', 10);
      await world.say(first.id, {
        decision: 'shrink',
        next: 'Drop two ports',
        standsAlone: false,
      });
      await closed(first.id);
      world.now = '2026-07-01T12:00:00.000Z';
      await world.evaluateAll();
      const second = await world.start();
      expect(second.id).not.toBe(first.id);
      const { agenda, minutes } = await world.reviews.get(second.id, ANN);
      expect(agenda).toMatchObject({ since: '2026-03-01', isFirst: false });
      expect(
        agenda?.products.find(({ product }) => product.ref === ORDERS),
      ).toMatchObject({
        isDue: true,
        last: {
          heldAt: '2026-03-01',
          decision: 'shrink',
          next: 'Drop two ports',
          standsAlone: false,
        },
        users: { before: [{ title: 'Team B' }] },
        use: { before: 10, last30Days: { holds: false } },
      });
      expect(agenda?.changes.levelsTotal).toBe(agenda?.changes.levels.length);
      expect(minutes).toContain('The last review was closed on 1 Mar 2026.');
    });

    it('leaves out of the minutes what a reader may not see', async () => {
      const { id: reviewId } = await world.start();
      await world.say(reviewId, { next: 'hush' }, ANN, SECRET);
      await world.say(reviewId);
      await closed(reviewId);
      const all = await world.knex('subjects').select('ref');
      world.visible = new Set(
        all.map(({ ref }) => ref).filter(ref => ref !== SECRET),
      );
      const found = await world.reviews.get(reviewId, BEA);
      expect(found.isPartial).toBe(true);
      expect(found.minutes).toContain('**Lab \\| orders**: keep.');
      expect(JSON.stringify(found)).not.toMatch(/secret|hush/);
      world.visible = new Set([...world.visible, SECRET]);
      expect(await world.reviews.get(reviewId, BEA)).not.toHaveProperty(
        'isPartial',
      );
    });
  });

  describe('an abandoned review', () => {
    it('keeps what was said, and makes room for another', async () => {
      const { id: reviewId } = await world.start();
      await world.say(reviewId);
      const ended = await world.reviews.abandon(reviewId, { version: 2 }, ANN);
      expect(ended).toMatchObject({ state: 'abandoned', may: [] });
      expect(await world.reviews.get(reviewId, ANN)).toEqual({
        review: expect.objectContaining({ state: 'abandoned' }),
      });
      expect(await world.rules(['DP-L3'])).toEqual({ 'DP-L3': 'pass' });
      const next = await world.start();
      expect(next.id).not.toBe(reviewId);
      const { agenda } = await world.reviews.get(next.id, ANN);
      expect(agenda?.isFirst).toBe(true);
    });
  });

  describe('the list', () => {
    it('has those that were held, a page at a time', async () => {
      const ids: string[] = [];
      for (let i = 0; i < 3; i++) {
        world.now = `2026-03-0${i + 1}T12:00:00.000Z`;
        const { id: reviewId } = await world.start();
        await closed(reviewId);
        ids.unshift(reviewId);
      }
      const under = await world.start();
      const first = await world.reviews.list({ domain: CARE, limit: 2 }, ANN);
      expect(reviewListSchema.strict().safeParse(first).error).toBe(undefined);
      expect(first.items.map(item => item.id)).toEqual(ids.slice(0, 2));
      expect(first.items[0]).toMatchObject({
        domain: { ref: CARE },
        closedBy: { title: 'Ann' },
        products: 0,
        decisions: 0,
      });
      expect(first.mayHold).toEqual([
        {
          domain: expect.objectContaining({ ref: CARE }),
          open: { id: under.id, startedAt: under.startedAt },
        },
      ]);
      const second = await world.reviews.list(
        { domain: CARE, limit: 2, cursor: first.nextCursor },
        ANN,
      );
      expect(second.items.map(item => item.id)).toEqual(ids.slice(2));
      expect(second.nextCursor).toBe(undefined);
      expect(
        (
          await refusal(
            world.reviews.list({ cursor: first.nextCursor, limit: 2 }, ANN),
          )
        ).name,
      ).toBe('InputError');
      expect((await world.reviews.list({ domain: SUPPLY }, ZOE)).items).toEqual(
        [],
      );
    });
  });
});
