import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  EvidenceItem,
  ProductSayingRequest,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { entityOf, productOf } from '../../__testUtils__/entities';
import { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import {
  createLogger,
  createMetrics,
  createProjection,
  migrated,
} from '../../__testUtils__/projection';
import { FakeWaivers } from '../../__testUtils__/results';
import { defaultRuleSets } from '../../__testUtils__/ruleSets';
import { AuditLog } from '../../audit/AuditLog';
import { Evidence } from '../../evidence/Evidence';
import { EvidenceStore } from '../../evidence/EvidenceStore';
import { ProjectionRespondents } from '../../respondents/ProjectionRespondents';
import { Results } from '../../results/Results';
import { Outlines } from '../../resultViews/Outlines';
import { NodeOfRights } from '../../valueTree/rights/NodeRights';
import { NodePaths } from '../../valueTree/rights/NodePaths';
import { ValueTree } from '../../valueTree/ValueTree';
import { ValueTreeViews } from '../../valueTree/views/ValueTreeViews';
import { Visibility } from '../../visibility/Visibility';
import { VisibilityResolver } from '../../visibility/VisibilityResolver';
import { ReviewService } from '../ReviewService';

export const CARE = 'domain:default/care';
export const SUPPLY = 'domain:default/supply';
export const ORDERS = 'dataproduct:default/orders';
export const LOOSE = 'dataproduct:default/loose';
export const SECRET = 'dataproduct:default/secret';

/** Of the team that owns care and its products; leads its data work. */
export const ANN = mockCredentials.user('user:default/ann');
/** May hold reviews of care too, and is asked for nothing about products. */
export const ZOE = mockCredentials.user('user:default/zoe');
/** Holds reviews of another domain only. */
export const BEA = mockCredentials.user('user:default/bea');
export const PIPELINE = mockCredentials.service('external:pipeline');

const DOMAINS: Record<string, string[]> = {
  'user:default/ann': [CARE],
  'user:default/zoe': [CARE, SUPPLY],
  'user:default/bea': [SUPPLY],
};

const entities = [
  entityOf('Group', 'team-a', { type: 'team' }, { title: 'Team A' }),
  entityOf('Group', 'team-b', { type: 'team' }, { title: 'Team B' }),
  entityOf('User', 'ann', { memberOf: ['team-a'] }, { title: 'Ann' }),
  entityOf('User', 'bea', {}, { title: 'Bea' }),
  entityOf('User', 'zoe', {}, { title: 'Zoe' }),
  entityOf(
    'Domain',
    'care',
    { owner: 'team-a' },
    {
      title: 'Patient care',
      annotations: { 'backstage-data-mesh.io/data-lead': 'user:default/ann' },
    },
  ),
  entityOf('Domain', 'supply', { owner: 'team-b' }),
  entityOf('Domain', 'software', { owner: 'team-b' }),
  productOf(
    'orders',
    {
      domain: 'care',
      mvpAt: '2025-01-01',
      funding: { run: 'Team A' },
      consumers: [{ ref: 'group:default/team-b' }],
    },
    { title: 'Lab | orders' },
  ),
  productOf('loose', { domain: 'care', owner: 'group:default/nobody' }),
  productOf('secret', { domain: 'care', mvpAt: '2025-01-01' }),
  productOf('young', { domain: 'care', lifecycle: 'experimental' }),
  productOf('old', { domain: 'care', lifecycle: 'retired' }),
  productOf('stock', { domain: 'supply' }),
];

/** Domains with products, their value tree, and real rules over all. */
export class ReviewWorld {
  readonly knex: Knex;
  now = '2026-03-01T12:00:00.000Z';
  visible: Visibility = 'all';
  mayTell = true;
  readonly reviews: ReviewService;
  readonly evidence: Evidence;
  readonly tree: ValueTree;
  readonly evaluateAll: () => Promise<unknown>;

  private constructor(knex: Knex) {
    this.knex = knex;
    const now = () => new Date(this.now);
    const ruleSets = defaultRuleSets();
    const store = new EvidenceStore(knex);
    const logger = createLogger([]);
    const results = new Results({
      knex,
      mesh: { centralTeams: [], centralStores: [] },
      evidence: store,
      waivers: new FakeWaivers(),
      ruleSets,
      metrics: createMetrics([]),
      logger,
      now,
    });
    const { pass } = createProjection(knex, new FakeCatalog(entities), {
      now,
      results,
    });
    this.evaluateAll = () => pass.run();
    const permissions = mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(() => ({ result: 'DENY' as never })),
    });
    const visibility = {
      resolve: async () => this.visible,
      may: async () => this.mayTell,
      require: async () => {
        if (!this.mayTell) {
          throw new NotAllowedError('may tell nothing');
        }
      },
    } as Pick<
      VisibilityResolver,
      'resolve' | 'may' | 'require'
    > as VisibilityResolver;
    const audit = new AuditLog({ now });
    const rights = {
      forCaller: async (
        { principal }: BackstageCredentials,
        nodes: readonly (NodeOfRights & { id: string })[],
      ) => {
        const { userEntityRef = '' } =
          principal as Partial<BackstageUserPrincipal>;
        const paths = new NodePaths(nodes);
        const may = (node: NodeOfRights) =>
          (DOMAINS[userEntityRef] ?? []).includes(paths.domainOf(node) ?? '');
        return {
          mayManage: may,
          mayPlace: may,
          mayCheckIn: may,
          managesADomain: () => true,
        };
      },
    };
    const shared = { knex, now, visibility, audit, rights };
    this.evidence = new Evidence({
      ...shared,
      store,
      ruleSets,
      reevaluation: results,
      respondents: new ProjectionRespondents({ knex, permissions }),
      auth: mockServices.auth(),
      permissions,
      logger,
      sources: [],
      getResults: async () => {
        throw new Error('nobody asks for results');
      },
      takeInWaivers: async () => ({ problems: [] }),
    });
    this.tree = new ValueTree({
      ...shared,
      views: new ValueTreeViews(shared),
      reevaluation: results,
    });
    this.reviews = new ReviewService({
      ...shared,
      outlines: new Outlines(ruleSets, now),
      evidence: store,
      tells: this.evidence.tells,
    });
  }

  static async on(knex: Knex): Promise<ReviewWorld> {
    const world = new ReviewWorld(await migrated(knex));
    await world.evaluateAll();
    return world;
  }

  /** What a pipeline or a person says of a product. */
  async put(key: string, value: unknown, more: Partial<EvidenceItem> = {}) {
    await this.evidence.put(
      [
        {
          entityRef: ORDERS,
          key,
          value,
          observedAt: this.now,
          source: 'pipeline',
          ...more,
        },
      ],
      PIPELINE,
    );
  }

  async start(credentials = ANN) {
    return (await this.reviews.start({ domain: CARE }, credentials)).review;
  }

  say(
    id: string,
    saying: Partial<ProductSayingRequest> = {},
    credentials = ANN,
    product = ORDERS,
  ) {
    return this.reviews.say(
      id,
      product,
      { version: 0, decision: 'keep', ...saying },
      credentials,
    );
  }

  /** How rules stand for a product, by their codes. */
  async rules(
    codes: readonly string[],
    ref = ORDERS,
  ): Promise<Record<string, string>> {
    const rows = await this.knex('results')
      .select('code', 'status')
      .where({ subject_ref: ref })
      .whereIn('code', [...codes])
      .orderBy('code');
    return Object.fromEntries(rows.map(({ code, status }) => [code, status]));
  }

  async log(): Promise<string[]> {
    const rows = await this.knex('audit_log').orderBy('id');
    return rows.map(({ by, action }) => `${by} ${action}`);
  }
}
