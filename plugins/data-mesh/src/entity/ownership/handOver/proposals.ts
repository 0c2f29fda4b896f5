import { EntityLink } from '@backstage-data-mesh/plugin-data-mesh-common';

/** A team as the catalog has it. */
export interface Team {
  ref: string;
  title: string;
  /** Refs of its people, those of teams below it left out. */
  members: string[];
}

/** The three questions that find an owner. */
export const questions = ['outcome', 'process', 'decision'] as const;

/** @see {@link questions} */
export type Question = (typeof questions)[number];

/** Why a team is proposed. */
export type Reason =
  | { kind: 'uses'; purpose?: string }
  | { kind: 'meansTo' }
  | { kind: 'input'; inputs: EntityLink[] }
  | { kind: 'ownerWorksThere' | 'productOwner'; person: EntityLink }
  | { kind: 'domain' | 'inDomain'; domain: EntityLink };

/** A team that may take over. */
export interface Proposal {
  team: Team;
  inDomain: boolean;
  reasons: Partial<Record<Question, Reason[]>>;
  /** Known of it, but no answer to a question. */
  besides: Reason[];
}

/** What is known around a product that is to be handed over. */
export interface HandOverFacts {
  /** In lower case, as all refs here. */
  owner: string | undefined;
  productOwner: EntityLink | undefined;
  ownerPerson: EntityLink | undefined;
  domain: EntityLink | undefined;
  /** The groups that own the domain. */
  domainOwners: string[];
  /** Those and all groups below them. */
  domainTeams: string[];
  teamsOfProductOwner: string[];
  teamsOfOwnerPerson: string[];
  users: { team: string; purpose?: string; state: 'active' | 'intended' }[];
  inputs: { entity: EntityLink; owner: string }[];
  /** The teams that are in the catalog. */
  teams: ReadonlyMap<string, Team>;
}

/**
 * The teams that may take over, the best first: those of the domain before
 * others, those with two people or more before those that one person is, and
 * those that answer more of the questions before those that answer fewer. The
 * present owner is none of them.
 */
export function proposalsFor(facts: HandOverFacts): Proposal[] {
  const found = new Map<string, Proposal>();
  const proposalOf = (ref: string): Proposal | undefined => {
    const team = facts.teams.get(ref);
    if (!team || ref === facts.owner) {
      return undefined;
    }
    const proposal = found.get(ref) ?? {
      team,
      inDomain: facts.domainTeams.includes(ref),
      reasons: {},
      besides: [],
    };
    found.set(ref, proposal);
    return proposal;
  };
  const add = (ref: string, question: Question, reason: Reason) => {
    const proposal = proposalOf(ref);
    if (proposal) {
      (proposal.reasons[question] ??= []).push(reason);
    }
  };

  const { domain, productOwner, ownerPerson } = facts;
  for (const ref of new Set(facts.users.map(({ team }) => team))) {
    add(
      ref,
      'outcome',
      whyByUse(facts.users.filter(({ team }) => team === ref)),
    );
  }
  for (const ref of new Set(facts.inputs.map(({ owner }) => owner))) {
    const own = facts.inputs.filter(({ owner }) => owner === ref);
    const inputs = own.map(({ entity }) => entity);
    add(ref, 'process', { kind: 'input', inputs });
  }
  for (const ref of ownerPerson ? facts.teamsOfOwnerPerson : []) {
    const reason = { kind: 'ownerWorksThere', person: ownerPerson! } as const;
    add(ref, 'process', reason);
  }
  for (const ref of productOwner ? facts.teamsOfProductOwner : []) {
    add(ref, 'decision', { kind: 'productOwner', person: productOwner! });
  }
  for (const ref of domain ? facts.domainOwners : []) {
    add(ref, 'decision', { kind: 'domain', domain: domain! });
  }
  for (const ref of domain ? facts.domainTeams : []) {
    if (!facts.domainOwners.includes(ref)) {
      proposalOf(ref)?.besides.push({ kind: 'inDomain', domain: domain! });
    }
  }
  return [...found.values()].sort(bestFirst);
}

function whyByUse(uses: HandOverFacts['users']): Reason {
  const active = uses.filter(({ state }) => state === 'active');
  if (!active.length) {
    return { kind: 'meansTo' };
  }
  return {
    kind: 'uses',
    purpose: active.find(({ purpose }) => purpose)?.purpose,
  };
}

function bestFirst(one: Proposal, other: Proposal): number {
  const answers = ({ reasons }: Proposal) => Object.keys(reasons).length;
  const first = ({ reasons }: Proposal) =>
    questions.findIndex(question => reasons[question]);
  const isThin = ({ team }: Proposal) => Number(team.members.length < 2);
  return (
    Number(other.inDomain) - Number(one.inDomain) ||
    isThin(one) - isThin(other) ||
    answers(other) - answers(one) ||
    first(one) - first(other) ||
    one.team.title.localeCompare(other.team.title)
  );
}
