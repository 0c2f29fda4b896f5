import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  entityEvidenceSchema,
  EvidenceItem,
  evidenceResponseSchema,
  evidenceSourcesSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Respondent } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import {
  EarlierEvidence,
  EvidenceSource,
} from '@backstage-data-mesh/plugin-data-mesh-node';
import { entityOf, productOf } from '../__testUtils__/entities';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import {
  createProjection,
  createTestDatabases,
  migrated,
} from '../__testUtils__/projection';
import { defaultRuleSets } from '../__testUtils__/ruleSets';
import { AuditLog } from '../audit/AuditLog';
import { Visibility } from '../visibility/Visibility';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { Evidence } from './Evidence';
import { EvidenceStore } from './EvidenceStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const ruleSets = defaultRuleSets();

const orders = 'dataproduct:default/orders';
const secret = 'dataproduct:default/secret';
const care = 'domain:default/care';
const DAY = 24 * 60 * 60 * 1000;

const ENTITIES = [
  entityOf('Group', 'team-a'),
  entityOf('User', 'ann', { memberOf: ['team-a'] }, { title: 'Ann' }),
  entityOf('User', 'hidden', { memberOf: ['team-a'] }),
  entityOf('Domain', 'care', { owner: 'team-a' }),
  productOf('secret', { domain: 'care' }),
  productOf(
    'orders',
    { domain: 'care' },
    {
      annotations: {
        'backstage-data-mesh.io/evidence.quality.passed': 'true',
        'backstage-data-mesh.io/evidence.usage.last30Days': 'many',
        'backstage-data-mesh.io/evidence.observed-at': '2026-02-20',
      },
    },
  ),
];

const ann = mockCredentials.user('user:default/ann');
const service = mockCredentials.service('external:ci');

describe.each(databases.eachSupportedId())('Evidence on %s', id => {
  async function setUp() {
    const knex = await migrated(await databases.init(id));
    await createProjection(knex, new FakeCatalog(ENTITIES)).pass.run();
    const clock = { now: new Date('2026-03-01T12:00:00Z') };
    const roles = new Map<string, Set<Respondent>>([
      [orders, new Set(['owner'])],
      [care, new Set(['data-lead'])],
      ['user:default/ann', new Set(['product-owner'])],
    ]);
    const may = { visible: 'all' as Visibility, write: true, manage: true };
    const marked: string[][] = [];
    const evaluated: string[][] = [];
    const waivers: unknown[] = [];
    const logger = mockServices.logger.mock();
    const sources: EvidenceSource[] = [
      {
        id: 'warehouse-log',
        title: 'Log of the warehouse',
        every: { hours: 6 },
        collect: async () => [],
      },
    ];
    const evidence = new Evidence({
      knex,
      store: new EvidenceStore(knex),
      ruleSets,
      reevaluation: {
        mark: async refs => void marked.push([...refs]),
        now: async refs => void evaluated.push([...refs]),
      },
      respondents: {
        rolesFor: async () => roles,
        allRolesOf: async () => roles,
      },
      visibility: {
        resolve: async () => may.visible,
        require: async () => {
          if (!may.write) {
            throw new NotAllowedError('no permission');
          }
        },
      } as Pick<
        VisibilityResolver,
        'resolve' | 'require'
      > as VisibilityResolver,
      audit: new AuditLog({ now: () => clock.now }),
      auth: mockServices.auth(),
      permissions: mockServices.permissions.mock({
        authorize: async () => [
          { result: may.manage ? AuthorizeResult.ALLOW : AuthorizeResult.DENY },
        ],
      }),
      logger,
      sources,
      getResults: async ref => ({
        entity: { ref, title: ref, exists: true },
        items: [],
        may: { answer: [], askForWaiver: false, decideWaivers: false },
      }),
      takeInWaivers: async all => {
        waivers.push(...all);
        return { problems: ['waivers[0]: is odd'] };
      },
      now: () => clock.now,
    });
    const put = async (
      items: unknown[],
      credentials: Parameters<Evidence['put']>[1] = service,
    ) => {
      const response = await evidence.put(items, credentials);
      expect(evidenceResponseSchema.safeParse(response).error).toBeUndefined();
      return response.items.map(({ status, problem }) => problem ?? status);
    };
    const read = async (ref = orders) => {
      const found = await evidence.getEvidence(ref, may.visible);
      expect(entityEvidenceSchema.strict().safeParse(found).error).toBe(
        undefined,
      );
      return found;
    };
    const log = () => knex('audit_log').orderBy('id');
    return {
      ...{ knex, clock, roles, may, marked, evaluated, waivers, logger },
      ...{ evidence, put, read, log },
    };
  }

  const item = (changes: Partial<EvidenceItem> = {}): EvidenceItem => ({
    entityRef: orders,
    key: 'promises.kept',
    value: true,
    observedAt: '2026-02-28',
    source: 'pipeline',
    ...changes,
  });

  describe('what is sent', () => {
    it('is taken item by item, and evaluated again where it is news', async () => {
      const { put, marked, log, read } = await setUp();
      const items = [
        item(),
        item({ entityRef: secret }),
        item({ entityRef: 'dataproduct:default/none' }),
        { nonsense: true },
        item({ value: false }),
        item({ observedAt: '2026-02-01', value: false }),
        item(),
      ];
      expect(await put(items)).toEqual([
        'stored',
        'stored',
        'entityRef: there is no dataproduct:default/none.',
        expect.stringContaining('entityRef: '),
        'value: item 1 says something else of the same time.',
        // Of several words on one thing the newest is what is stored
        'stored',
        'unchanged',
      ]);
      expect(marked).toEqual([[orders, secret]]);
      expect(await log()).toMatchObject([
        {
          by: 'external:ci',
          action: 'evidence-put',
          after: expect.stringContaining('"stored":3'),
        },
      ]);

      expect(await put([items[0], items[5]])).toEqual([
        'unchanged',
        'unchanged',
      ]);
      expect(marked).toHaveLength(1);
      expect(await log()).toHaveLength(1);
      expect(await read()).toMatchObject({
        items: [{ value: true, since: '2026-02-28T00:00:00.000Z' }, {}],
        history: [{ value: false }],
      });
    });

    it('tells of what is hidden as of what is not there', async () => {
      const { put, may } = await setUp();
      may.visible = new Set([orders]);
      expect(
        await put(
          [
            item(),
            item({ entityRef: secret }),
            item({ entityRef: 'dataproduct:x' }),
          ],
          ann,
        ),
      ).toEqual([
        'stored',
        `entityRef: there is no ${secret}.`,
        'entityRef: there is no dataproduct:default/x.',
      ]);
    });

    it('is taken of people who answer for the entity only', async () => {
      const { put, log } = await setUp();
      expect(await put([item(), item({ entityRef: secret })], ann)).toEqual([
        'stored',
        expect.stringContaining('may be told by its owner team'),
      ]);
      expect(await log()).toMatchObject([{ by: 'user:default/ann' }]);
    });

    it('needs the permission', async () => {
      const { put, may } = await setUp();
      may.write = false;
      await expect(put([item()])).rejects.toThrow('no permission');
      await expect(put([item()], ann)).rejects.toThrow('no permission');
    });
  });

  describe('an answer', () => {
    const answer = {
      entityRef: 'DataProduct:Orders',
      key: 'promises.kept',
      value: true,
    };

    it('wins over what was measured and is outdated, and is kept with its link', async () => {
      const { evidence, put, read, evaluated, log } = await setUp();
      await put([item({ observedAt: '2026-01-15' })]);
      expect((await read()).items).toContainEqual(
        expect.objectContaining({ way: 'push', holds: false, counts: true }),
      );

      const response = await evidence.answer(
        { ...answer, note: 'Seen', link: 'https://b.example/1' },
        ann,
      );
      expect(response.results.entity.ref).toBe(orders);
      expect(evaluated).toEqual([[orders]]);
      const { items } = await read();
      expect(items).toContainEqual({
        key: 'promises.kept',
        title: 'promises kept',
        value: true,
        since: '2026-03-01T12:00:00.000Z',
        observedAt: '2026-03-01T12:00:00.000Z',
        holdsUntil: '2026-03-31',
        holds: true,
        counts: true,
        way: 'portal',
        source: 'user:default/ann',
        by: { ref: 'user:default/ann', title: 'Ann', exists: true },
        note: 'Seen',
        link: 'https://b.example/1',
      });
      expect(items).toContainEqual(
        expect.objectContaining({ way: 'push', counts: false }),
      );
      expect(await log()).toMatchObject([
        {},
        { action: 'question-answered', subject_ref: orders },
      ]);
    });

    it('can be taken back, also on the same day and for an earlier one', async () => {
      const { evidence, read, clock } = await setUp();
      const say = async (value: boolean, observedAt?: string) => {
        clock.now = new Date(clock.now.getTime() + 1000);
        await evidence.answer({ ...answer, value, observedAt }, ann);
        return (await read()).items.find(one => one.way === 'portal');
      };
      expect(await say(true)).toMatchObject({ value: true });
      expect(await say(false, '2026-03-01')).toMatchObject({ value: false });
      expect(await say(true, '2026-02-20')).toMatchObject({
        value: true,
        observedAt: '2026-02-20T00:00:00.000Z',
      });
      expect((await read()).history).toMatchObject([
        { value: false },
        { value: true },
      ]);
    });

    it.each<[string, object, string, string]>([
      [
        'of what nobody asks',
        { key: 'usage.last30Days' },
        'InputError',
        'no rule in force asks “usage.last30Days”',
      ],
      [
        'of no rule',
        { key: 'answer.not-there' },
        'InputError',
        'no rule in force asks',
      ],
      [
        'about another kind',
        { entityRef: care },
        'InputError',
        'about an entity of kind domain',
      ],
      ['that does not fit', { value: 'yes' }, 'InputError', 'does not fit'],
      [
        'of tomorrow but one',
        { observedAt: '2026-03-03' },
        'InputError',
        'in the future',
      ],
      [
        'about nothing',
        { entityRef: 'dataproduct:x' },
        'NotFoundError',
        'There is no dataproduct:default/x',
      ],
      [
        'to a question for others',
        { entityRef: secret },
        'NotAllowedError',
        'for its owner team or its product owner to answer',
      ],
      ['about no entity', { entityRef: ':' }, 'InputError', 'is no entity ref'],
    ])('%s is refused', async (_, changes, name, message) => {
      const { evidence, evaluated } = await setUp();
      await expect(
        evidence.answer({ ...answer, ...changes }, ann),
      ).rejects.toMatchObject({
        name,
        message: expect.stringContaining(message),
      });
      expect(evaluated).toEqual([]);
    });

    it('about what is hidden is refused as about nothing', async () => {
      const { evidence, may } = await setUp();
      may.visible = new Set();
      await expect(evidence.answer(answer, ann)).rejects.toThrow(
        `There is no ${orders}`,
      );
      may.write = false;
      await expect(evidence.answer(answer, ann)).rejects.toThrow(
        'no permission',
      );
    });

    it.each<[string, string, unknown]>([
      ['domain', care, true],
      ['person', 'user:default/ann', 40],
    ])('about a %s is taken', async (_, entityRef, value) => {
      const { evidence, read } = await setUp();
      const key =
        value === true ? 'governance.representative' : 'capacity.forData';
      await evidence.answer({ entityRef, key, value }, ann);
      expect((await read(entityRef)).items).toMatchObject([{ key, value }]);
    });
  });

  describe('what is shown', () => {
    it('includes annotations, and why one is not taken', async () => {
      const { read, clock } = await setUp();
      expect(await read()).toEqual({
        items: [
          expect.objectContaining({
            key: 'quality.passed',
            way: 'annotation',
            holds: true,
            counts: true,
            holdsUntil: '2026-03-22',
          }),
        ],
        history: [],
        problems: [expect.stringContaining('evidence.usage.last30Days: ')],
      });
      clock.now = new Date(clock.now.getTime() + 400 * DAY);
      expect((await read()).items).toMatchObject([{ holds: false }]);
    });

    it('counts each author where each has a say', async () => {
      const { read, roles, evidence, may } = await setUp();
      roles.set(orders, new Set(['consumer']));
      const say = (user: BackstageCredentials<BackstageUserPrincipal>) =>
        evidence.answer(
          { entityRef: orders, key: 'consumers.stillUsing', value: 'yes' },
          user,
        );
      await say(ann);
      await say(mockCredentials.user('user:default/hidden'));
      const answers = async () =>
        (await read()).items.filter(one => one.way === 'portal');
      expect(await answers()).toMatchObject([
        { counts: true, source: 'user:default/ann' },
        { counts: true, source: 'user:default/hidden' },
      ]);
      may.visible = new Set([orders, 'user:default/ann']);
      expect(JSON.stringify(await answers())).not.toContain('hidden');
      expect(await answers()).toMatchObject([
        { by: { title: 'Ann' } },
        { source: 'a person' },
      ]);
    });

    it('is nothing where there is nothing, or nothing to be seen', async () => {
      const { evidence } = await setUp();
      for (const [ref, visible] of [
        ['dataproduct:default/none', 'all'],
        [orders, new Set<string>()],
      ] as const) {
        await expect(evidence.getEvidence(ref, visible)).rejects.toThrow(
          `There is no ${ref}`,
        );
      }
    });

    it('tells sources and keys, of what one may see', async () => {
      const { evidence, put, may, knex } = await setUp();
      await put([
        item(),
        item({ entityRef: secret, source: 'other' }),
        item({ key: 'usage.last30Days', value: 3 }),
      ]);
      await knex('evidence_sources').insert({
        id: 'warehouse-log',
        started_at: '2026-02-28T00:00:00Z',
        data: JSON.stringify({ items: 2, problems: [`no ${secret}`] }),
      });
      const sourcesFor = async () => {
        const found = await evidence.getSources(ann);
        expect(evidenceSourcesSchema.strict().safeParse(found).error).toBe(
          undefined,
        );
        return {
          sources: found.sources,
          keys: found.keys
            .filter(({ entities }) => entities > 0)
            .map(({ key, entities, sources }) => [key, entities, ...sources]),
        };
      };
      expect(await sourcesFor()).toEqual({
        sources: [
          {
            id: 'warehouse-log',
            title: 'Log of the warehouse',
            everySeconds: 21_600,
            startedAt: '2026-02-28T00:00:00Z',
            items: 2,
            problems: [`no ${secret}`],
          },
        ],
        keys: [
          ['promises.kept', 2, 'other', 'pipeline'],
          ['usage.last30Days', 1, 'pipeline'],
        ],
      });
      may.manage = false;
      may.visible = new Set([orders]);
      const narrow = await sourcesFor();
      expect(narrow.sources).toMatchObject([{ items: 2, problems: [] }]);
      expect(narrow.keys).toEqual([
        ['promises.kept', 1, 'pipeline'],
        ['usage.last30Days', 1, 'pipeline'],
      ]);
    });
  });

  describe('records to begin with', () => {
    const earlier = (
      changes: Partial<EarlierEvidence> = {},
    ): EarlierEvidence => ({ ...item(), way: 'push', ...changes });

    it('are taken in once, with how they came about, whoever fails', async () => {
      const { evidence, read, logger, waivers, log, put } = await setUp();
      const records = [
        {
          id: 'broken',
          read: async () => {
            throw new Error('no such file');
          },
        },
        {
          id: 'demo',
          read: async () => ({
            evidence: [
              earlier(),
              earlier({ way: 'portal', source: 'User:default/Ann' }),
              earlier({ entityRef: 'dataproduct:default/later' }),
              earlier({ value: 'yes' }),
              { ...earlier(), way: 'rumour' as never },
            ],
            waivers: [{ rule: 'x' } as never],
          }),
        },
      ];
      await evidence.takeInRecords(records);
      const known = (await read()).items.map(one => [one.way, one.source]);
      expect(known).toEqual([
        ['push', 'pipeline'],
        ['portal', 'user:default/ann'],
        ['annotation', 'annotation'],
      ]);
      expect(waivers).toHaveLength(1);
      expect(logger.error.mock.calls).toEqual([
        ['The records “broken” could not be read', expect.any(Error)],
      ]);
      expect(logger.warn.mock.calls).toEqual([
        [expect.stringMatching(/^3 of the records “demo”.*does not fit.*odd/)],
      ]);
      expect(await log()).toMatchObject([
        { by: 'demo', action: 'evidence-taken-in' },
        { by: 'demo', action: 'evidence-taken-in' },
      ]);

      await put([item({ value: false, observedAt: '2026-03-01' })]);
      await evidence.takeInRecords(records);
      expect((await read()).items[0]).toMatchObject({ value: false });
      expect((await read()).history).toHaveLength(1);
    });
  });
});
