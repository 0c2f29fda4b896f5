import { daysSince } from '../days';
import { fact, FactsOf } from '../declareFacts';
import { ProductContext, ProductUse } from '../ProductContext';

const QUARTER = 91;

export const consumersDeclarations = {
  'consumers.known': fact({
    type: 'int',
    description: 'Users that are known, those who only mean to use it included',
    source: 'catalog',
    example: 3,
  }),
  'consumers.active': fact({
    type: 'int',
    description: 'Users that use it today, its own team included',
    source: 'catalog',
    example: 3,
  }),
  'consumers.teams': fact({
    type: 'int',
    description: 'Teams that use it today, besides its owner',
    source: 'catalog',
    example: 2,
  }),
  'consumers.teamsOfOtherDomains': fact({
    type: 'int',
    description: 'Teams of other domains that use it today',
    source: 'catalog',
    example: 2,
  }),
  'consumers.areAllOwn': fact({
    type: 'bool',
    description: 'All who use it today belong to the team that owns it',
    source: 'catalog',
    example: false,
  }),
  'consumers.tripled': fact({
    type: 'bool',
    description: 'Three times as many teams use it as a quarter ago',
    note: 'Not known while it is not said since when they do.',
    source: 'catalog',
    example: false,
  }),
  'consumers.saidYes': fact({
    type: 'int',
    description: 'Consumers who said lately that they still use it',
    source: 'answers',
    example: 1,
  }),
  'consumers.openProblems': fact({
    type: 'int',
    description: 'Consumers who said lately that something stands in the way',
    source: 'answers',
    example: 0,
  }),
};

/** Who uses the product. */
export function consumersFacts(
  context: ProductContext,
): FactsOf<typeof consumersDeclarations> {
  const { product, mesh, uses, consumerAnswers } = context;
  const { organisation } = mesh;
  const [domain] = product.domains;
  const active = uses.filter(use => use.state === 'active');
  const teams = teamsOf(context, active);
  return {
    consumers: {
      known: uses.length,
      active: active.length,
      teams: teams.length,
      teamsOfOtherDomains: teams.filter(team => {
        const domains = organisation.domainsOf(team);
        return domains.length > 0 && !domains.includes(domain);
      }).length,
      areAllOwn:
        active.length > 0 && active.every(({ team }) => team === product.owner),
      tripled: haveTripled(context, active, teams),
      saidYes: consumerAnswers.filter(({ value }) => value === 'yes').length,
      openProblems: consumerAnswers.filter(({ value }) => value === 'problem')
        .length,
    },
  };
}

/** Teams in the catalog, without the owner. */
function teamsOf(
  { product, mesh }: ProductContext,
  uses: readonly ProductUse[],
): string[] {
  const teams = new Set(uses.flatMap(({ team }) => team ?? []));
  return [...teams].filter(
    team => team !== product.owner && mesh.organisation.group(team),
  );
}

/** A team without a date may have come before or after; both are tried. */
function haveTripled(
  { mesh }: ProductContext,
  active: readonly ProductUse[],
  teams: readonly string[],
): boolean | null {
  let before = 0;
  let undated = 0;
  for (const team of teams) {
    const days = active
      .filter(use => use.team === team)
      .flatMap(({ since }) => daysSince(since, mesh.today) ?? []);
    if (days.length === 0) {
      undated += 1;
    } else if (Math.max(...days) >= QUARTER) {
      before += 1;
    }
  }
  const isTripled = (then: number) => then > 0 && teams.length >= 3 * then;
  const possible = Array.from({ length: undated + 1 }, (_, more) =>
    isTripled(before + more),
  );
  return possible.every(one => one === possible[0]) ? possible[0] : null;
}
