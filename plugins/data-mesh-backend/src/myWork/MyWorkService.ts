import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  MyWork,
  RELATION_STEWARDED_BY,
  WaiverList,
  WaiverState,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  readDomainAnnotation,
  Respondent,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Knex } from 'knex';
import { groupBy } from '../lists';
import { SubjectFacts } from '../projection/subjectFacts';
import { Respondents } from '../respondents/Respondents';
import { ANSWERING_ROLES, CallerRights } from '../resultViews/CallerRights';
import { HiddenRefs } from '../resultViews/HiddenRefs';
import { Outlines } from '../resultViews/Outlines';
import { StoredResults } from '../resultViews/StoredResults';
import { nameEntities } from '../visibility/links';
import { Visibility } from '../visibility/Visibility';
import { isAmong } from '../database/sql';
import { NodeRights } from '../valueTree/rights/NodeRights';
import { Fix, fixesOf } from './fixes';
import { Question, questionsFor } from './questions';
import { Subject } from './Subject';
import { describeTreeWork, refsOf } from './tree/describeTreeWork';
import { TreeWork, TreeWorkReader } from './tree/TreeWorkReader';

type Credentials = BackstageCredentials<BackstageUserPrincipal>;
type Role = MyWork['roles'][number]['role'];

/** The exceptions of all, as the caller may see and decide them. */
export interface WaiverLists {
  list(
    query: {
      entity?: string[];
      state?: readonly WaiverState[];
      limit: number;
    },
    credentials: BackstageCredentials,
  ): Promise<WaiverList>;
}

/** The most of each that is shown; all are counted. */
const MOST = 100;

/** What is shown, before it is named. */
type Shown = { questions: Question[]; fixes: Fix[]; tree: TreeWork };

/** Brings together what waits for a person. */
export class MyWorkService {
  readonly #knex: Knex;
  readonly #outlines: Outlines;
  readonly #stored: StoredResults;
  readonly #respondents: Pick<Respondents, 'allRolesOf'>;
  readonly #rights: Pick<CallerRights, 'grantedTo'>;
  readonly #waivers: WaiverLists;
  readonly #tree: TreeWorkReader;

  constructor(options: {
    knex: Knex;
    outlines: Outlines;
    respondents: Pick<Respondents, 'allRolesOf'>;
    rights: Pick<CallerRights, 'grantedTo'>;
    nodeRights: Pick<NodeRights, 'forCaller'>;
    waivers: WaiverLists;
    now?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#outlines = options.outlines;
    this.#stored = new StoredResults(options.knex, options.outlines);
    this.#respondents = options.respondents;
    this.#rights = options.rights;
    this.#waivers = options.waivers;
    this.#tree = new TreeWorkReader({
      ...options,
      rights: options.nodeRights,
    });
  }

  async getMyWork(
    credentials: Credentials,
    visibility: Visibility,
  ): Promise<MyWork> {
    const person = stringifyEntityRef(
      parseEntityRef(credentials.principal.userEntityRef),
    );
    const [roles, stewarded, granted] = await Promise.all([
      this.#respondents.allRolesOf(credentials),
      this.#getStewarded(person),
      this.#rights.grantedTo(credentials),
    ]);
    const subjects = await this.#getSubjects(
      [...new Set([...roles.keys(), ...stewarded])],
      roles,
      visibility,
    );
    const own = subjects.filter(
      ({ ref, roles: some }) =>
        stewarded.has(ref) || ANSWERING_ROLES.some(role => some.has(role)),
    );
    const [tree, approvals, exceptions] = await Promise.all([
      this.#tree.read(
        person,
        subjects.filter(({ isLed }) => isLed).map(({ ref }) => ref),
        credentials,
        visibility,
      ),
      granted.decide ? this.#getWaivers({ state: ['asked'] }, credentials) : [],
      own.length
        ? this.#getWaivers(
            {
              entity: own.map(({ ref }) => ref),
              state: ['asked', 'approved'],
            },
            credentials,
          )
        : [],
    ]);
    const decidable = approvals.filter(({ may }) => may.includes('approve'));
    const questions = granted.answer
      ? questionsFor(subjects, this.#outlines)
      : [];
    const fixes = fixesOf(own, questions, this.#outlines);
    const shown = {
      questions: questions.slice(0, MOST),
      fixes: fixes.slice(0, MOST),
      tree: {
        ...tree,
        checkIns: tree.checkIns.slice(0, MOST),
        bets: tree.bets.slice(0, MOST),
        reviews: tree.reviews.slice(0, MOST),
        helpWanted: tree.helpWanted.slice(0, MOST),
      },
    };
    return {
      ...(await this.#tell(person, shown, visibility)),
      roles: countRoles(own, stewarded),
      approvals: decidable,
      exceptions,
      counts: {
        approvals: decidable.length,
        questions: questions.length,
        entities: fixes.length,
        checkIns: tree.checkIns.length,
        bets: tree.bets.length,
        reviews: tree.reviews.length,
        helpWanted: tree.helpWanted.length,
      },
    };
  }

  /** What is known of the entities, in three statements. */
  async #getSubjects(
    refs: readonly string[],
    roles: ReadonlyMap<string, Set<Respondent>>,
    visibility: Visibility,
  ): Promise<Subject[]> {
    const rows: Record<string, any>[] = await this.#knex('subjects')
      .select('ref', 'facts')
      .where(isAmong(this.#knex, 'ref', refs))
      .whereIn('kind', ['dataproduct', 'domain'])
      .whereNull('gone_at')
      .orderBy(['sort_title', 'ref']);
    const visible = rows.filter(
      ({ ref }) => visibility === 'all' || visibility.has(ref),
    );
    const known = visible.map(({ ref }) => ref);
    const [levels, rules] = await Promise.all([
      this.#stored.getLevels(known),
      this.#stored.getRules(known),
    ]);
    const levelsOf = groupBy(
      levels.filter(({ goneAt }) => goneAt === undefined),
      ({ subjectRef }) => subjectRef,
    );
    const rulesOf = groupBy(
      rules,
      ({ subjectRef, ruleSet }) => `${subjectRef} ${ruleSet}`,
    );
    return visible.map(({ ref, facts }) => {
      const own = roles.get(ref) ?? new Set();
      const { warnings = [], annotations }: Partial<SubjectFacts> = JSON.parse(
        facts ?? '{}',
      );
      return {
        ref,
        roles: own,
        isLed: leads(ref, own, annotations),
        warnings,
        results: (levelsOf.get(ref) ?? []).map(level => ({
          ...level,
          results: rulesOf.get(`${ref} ${level.ruleSet}`) ?? [],
        })),
      };
    });
  }

  async #getStewarded(person: string): Promise<Set<string>> {
    const rows = await this.#knex('edges')
      .select('from_ref')
      .where({ type: RELATION_STEWARDED_BY, to_ref: person });
    return new Set(rows.map(row => row.from_ref));
  }

  async #getWaivers(
    query: { entity?: string[]; state: WaiverState[] },
    credentials: Credentials,
  ): Promise<MyWork['approvals']> {
    return (await this.#waivers.list({ ...query, limit: MOST }, credentials))
      .items;
  }

  /** Names the entities, and leaves out of reasons what is hidden. */
  async #tell(
    person: string,
    shown: Shown,
    visibility: Visibility,
  ): Promise<Omit<MyWork, 'roles' | 'approvals' | 'exceptions' | 'counts'>> {
    const [name, hidden] = await Promise.all([
      nameEntities(
        this.#knex,
        [
          person,
          ...shown.questions.map(({ ref }) => ref),
          ...shown.fixes.map(({ ref }) => ref),
          ...refsOf(shown.tree),
        ],
        visibility,
      ),
      HiddenRefs.in(
        this.#knex,
        [
          ...shown.questions.map(({ reason }) => reason),
          ...shown.fixes.flatMap(({ items }) =>
            items.map(({ reason }) => reason),
          ),
        ],
        visibility,
      ),
    ]);
    return {
      ...describeTreeWork(shown.tree, name),
      person: name(person) ?? {
        ref: person,
        title: person.split('/').pop() ?? person,
        exists: true,
      },
      questions: shown.questions.flatMap(({ ref, ...question }) => {
        const entity = name(ref);
        const reason = hidden.text(question.reason);
        return entity ? [{ entity, ...question, reason }] : [];
      }),
      fixes: shown.fixes.flatMap(({ ref, items, ...fix }) => {
        const entity = name(ref);
        return entity
          ? [
              {
                entity,
                ...fix,
                items: items.map(item => ({
                  ...item,
                  reason: hidden.text(item.reason),
                })),
              },
            ]
          : [];
      }),
    };
  }
}

/** A domain is led by those it names, or by all who own it if it names none. */
function leads(
  ref: string,
  roles: ReadonlySet<Respondent>,
  annotations: SubjectFacts['annotations'],
): boolean {
  if (!ref.startsWith('domain:')) {
    return false;
  }
  const isNamed = (['domainOwner', 'dataLead'] as const).some(role =>
    readDomainAnnotation(annotations, role),
  );
  return isNamed
    ? roles.has('domain-owner') || roles.has('data-lead')
    : roles.has('owner');
}

function countRoles(
  own: readonly Subject[],
  stewarded: ReadonlySet<string>,
): MyWork['roles'] {
  const ofDomains: Role[] = ['domain-owner', 'data-lead'];
  const count = (role: Role) =>
    own.filter(({ ref, roles }) => {
      if (role === 'steward') {
        return stewarded.has(ref);
      }
      // Who has a role in a domain has it for its products too, and who owns
      // a domain is not its data lead for that.
      const isDomain = ref.startsWith('domain:');
      return isDomain === ofDomains.includes(role) && roles.has(role);
    }).length;
  const all: Role[] = [
    'owner',
    'product-owner',
    'steward',
    'domain-owner',
    'data-lead',
  ];
  return all
    .map(role => ({ role, entities: count(role) }))
    .filter(({ entities }) => entities > 0);
}
