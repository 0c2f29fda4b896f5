import { BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  BasicPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { DomainsService } from '../domains/DomainsService';
import { MyWorkService, WaiverLists } from '../myWork/MyWorkService';
import { ProjectionRespondents } from '../respondents/ProjectionRespondents';
import { CallerRights } from '../resultViews/CallerRights';
import { ChangesService } from '../resultViews/ChangesService';
import { Explainer } from '../resultViews/Explainer';
import { ExplainService } from '../resultViews/ExplainService';
import { Outlines } from '../resultViews/Outlines';
import { ResultsListService } from '../resultViews/ResultsListService';
import { ResultsService } from '../resultViews/ResultsService';
import { NodeRights } from '../valueTree/rights/NodeRights';
import { nodeRules } from '../valueTree/rights/rules';
import { KeptTree } from '../valueTree/store/KeptTree';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { demoSetUp, plantDemoTree } from './demo';
import { createMesh, FakeClock, FakeEvidence } from './results';
import { FakeRuleSets } from './ruleSets';

/** Everything that reads results, around one database. */
export function createReads(
  knex: Knex,
  options: {
    ruleSets: FakeRuleSets;
    evidence?: FakeEvidence;
    clock?: FakeClock;
    waivers?: WaiverLists;
    explainer?: Explainer;
    /** Permissions that nobody has. */
    denied?: readonly BasicPermission[];
    /** What a person may do in the value tree; all of it if absent. */
    decideOnNodes?: (person: string) => PolicyDecision[];
  },
) {
  const {
    ruleSets,
    evidence = new FakeEvidence(),
    clock = new FakeClock(),
    waivers = { list: async () => ({ items: [], total: 0 }) },
    explainer = { explain: async () => undefined },
    denied = [],
    decideOnNodes = () => [
      { result: AuthorizeResult.ALLOW },
      { result: AuthorizeResult.ALLOW },
    ],
  } = options;
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: denied.some(({ name }) => name === permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
    authorizeConditional: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  });
  const auth = mockServices.auth();
  const visibility = new VisibilityResolver({
    permissions,
    auth,
    catalog: catalogServiceMock(),
  });
  const respondents = new ProjectionRespondents({ knex, permissions });
  const outlines = new Outlines(ruleSets, clock.now);
  const rights = new CallerRights({ auth, visibility, respondents, outlines });
  const shared = { knex, outlines, rights, now: clock.now };
  const nodeRights = new NodeRights({
    knex,
    permissions: mockServices.permissions.mock({
      authorizeConditional: async (_requests, { credentials }) => {
        const { userEntityRef } =
          credentials.principal as BackstageUserPrincipal;
        return decideOnNodes(userEntityRef);
      },
    }),
    ruleset: {
      getRuleByName: name =>
        Object.values(nodeRules).find(rule => rule.name === name)!,
    },
  });
  return {
    outlines,
    visibility,
    results: new ResultsService(shared),
    resultsList: new ResultsListService(shared),
    changes: new ChangesService(shared),
    explanations: new ExplainService({ ...shared, explainer }),
    domains: new DomainsService({
      ...shared,
      evidence,
      kept: new KeptTree(knex),
    }),
    myWork: new MyWorkService({ ...shared, nodeRights, respondents, waivers }),
  };
}

/** The demo, evaluated once, and everything that reads its results. */
export async function createDemoReads(
  knex: Knex,
  options: Omit<Parameters<typeof createReads>[1], 'ruleSets'> = {},
) {
  const { entities, ...setUp } = demoSetUp();
  const clock = options.clock ?? new FakeClock();
  const mesh = createMesh(knex, entities, { ...setUp, clock });
  await plantDemoTree(knex);
  await mesh.pass.run();
  const { evidence, ruleSets } = setUp;
  return {
    catalog: mesh.catalog,
    clock,
    evidence,
    ruleSets,
    ...createReads(knex, {
      evidence,
      ruleSets,
      clock,
      explainer: mesh.results,
      ...options,
    }),
  };
}

/** All refs that are known, but some. */
export async function allBut(
  knex: Knex,
  ...hidden: string[]
): Promise<Set<string>> {
  const rows = await knex('subjects').select('ref');
  return new Set(
    rows.map(({ ref }) => ref).filter(ref => !hidden.includes(ref)),
  );
}

/** A person of the demo. */
export function person(name: string) {
  return mockCredentials.user(`user:default/${name}`);
}

/** Counts the statements that a read takes. */
export async function statementsOf(
  knex: Knex,
  run: () => Promise<unknown>,
): Promise<number> {
  let count = 0;
  const note = () => {
    count += 1;
  };
  knex.on('query', note);
  await run();
  knex.removeListener('query', note);
  return count;
}
