import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  WaiverDecision,
  WaiverList,
  waiverManagePermission,
  WaiverRecord,
  WaiverRequest,
  WaiverState,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Respondent } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { AuditLog } from '../audit/AuditLog';
import { nameRoles } from '../evidence/nameRoles';
import { readRefs } from '../http/readValues';
import { Respondents } from '../respondents/Respondents';
import { Reevaluation } from '../results/Reevaluation';
import { RuleSetsInForce } from '../ruleSets/RuleSetsInForce';
import { nameEntities } from '../visibility/links';
import { Visibility } from '../visibility/Visibility';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { checkLastDay, checkRule } from './checkRequest';
import { readCursor, writeCursor } from './cursor';
import { stateAfter, whyNot } from './decisions';
import { describeWaivers, Viewer } from './describeWaivers';
import { StaleWaiverError } from './StaleWaiverError';
import { StoredWaiver, WaiverStore } from './WaiverStore';

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

/** Who may ask for an exception, besides those who may decide on them. */
const ASKERS: Respondent[] = [
  'owner',
  'product-owner',
  'domain-owner',
  'data-lead',
];

/** Has exceptions asked for and decided on. */
export class WaiverService {
  readonly #knex: Knex;
  readonly #store: WaiverStore;
  readonly #ruleSets: RuleSetsInForce;
  readonly #respondents: Pick<Respondents, 'rolesFor'>;
  readonly #visibility: Pick<VisibilityResolver, 'resolve' | 'may'>;
  readonly #audit: AuditLog;
  readonly #reevaluation: Reevaluation;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    store: WaiverStore;
    ruleSets: RuleSetsInForce;
    respondents: Pick<Respondents, 'rolesFor'>;
    visibility: Pick<VisibilityResolver, 'resolve' | 'may'>;
    audit: AuditLog;
    reevaluation: Reevaluation;
    now?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#ruleSets = options.ruleSets;
    this.#respondents = options.respondents;
    this.#visibility = options.visibility;
    this.#audit = options.audit;
    this.#reevaluation = options.reevaluation;
    this.#now = options.now ?? (() => new Date());
  }

  /** The newest first, without those about what the caller may not see. */
  async list(
    query: {
      entity?: string[];
      state?: readonly WaiverState[];
      cursor?: string;
      limit: number;
    },
    credentials: BackstageCredentials,
  ): Promise<WaiverList> {
    const viewer = await this.#viewerOf(credentials);
    const { waivers, total } = await this.#store.list(
      {
        refs: readRefs('entity', query.entity, 'DataProduct'),
        states: query.state,
        today: viewer.today,
      },
      {
        after: query.cursor ? readCursor(query.cursor) : undefined,
        // One more tells whether there is a next page.
        limit: query.limit + 1,
      },
      viewer.visibility,
    );
    const shown = waivers.slice(0, query.limit);
    return {
      items: await this.#describe(shown, viewer),
      total,
      ...(waivers.length > shown.length && {
        nextCursor: writeCursor(shown[shown.length - 1]),
      }),
    };
  }

  /**
   * Asks for an exception in the name of a person.
   *
   * @throws InputError when there is no such rule, or the time is too long
   * @throws NotFoundError when there is no such entity that one may see
   * @throws NotAllowedError when it is for others to ask
   * @throws ConflictError when the same is asked for already
   */
  async ask(
    request: WaiverRequest,
    credentials: UserCredentials,
  ): Promise<WaiverRecord> {
    const viewer = await this.#viewerOf(credentials);
    const person = credentials.principal.userEntityRef;
    const [subjectRef = ''] =
      readRefs('entityRef', [request.entityRef], 'DataProduct') ?? [];
    await this.#requireSubject(subjectRef, viewer.visibility);
    checkRule(this.#ruleSets, { ...request, subjectRef });
    checkLastDay(request.until, viewer.today);
    await this.#requireAsker(subjectRef, viewer, credentials);

    const now = this.#now();
    const waiver: StoredWaiver = {
      id: ulid(now.getTime()),
      subjectRef,
      ruleSet: request.ruleSet,
      rule: request.rule,
      reason: request.reason,
      until: request.until,
      state: 'asked',
      askedBy: person,
      askedAt: now.toISOString(),
      version: 1,
    };
    await this.#knex.transaction(async trx => {
      await this.#store.insert(trx, waiver);
      await this.#audit.append(trx, {
        by: person,
        action: 'waiver-asked',
        subjectRef,
        after: auditOf(waiver),
      });
    });
    return (await this.#describe([waiver], viewer))[0];
  }

  /**
   * Approves, declines or takes back.
   *
   * @throws NotFoundError when there is none that one may see
   * @throws NotAllowedError when it is for others to decide
   * @throws InputError when there is nothing to decide any more
   * @throws StaleWaiverError when it has changed since it was read
   */
  async decide(
    id: string,
    { decision, note, version }: WaiverDecision,
    credentials: UserCredentials,
  ): Promise<WaiverRecord> {
    const viewer = await this.#viewerOf(credentials);
    const waiver = await this.#find(id, viewer.visibility);
    if (waiver.version !== version) {
      throw await this.#stale(waiver, viewer);
    }
    const refusal = whyNot(waiver, decision, viewer);
    if (refusal) {
      throw refusal;
    }
    const decided: StoredWaiver = {
      ...waiver,
      state: stateAfter[decision],
      decidedBy: credentials.principal.userEntityRef,
      decidedAt: this.#now().toISOString(),
      decisionNote: note || undefined,
      version: version + 1,
    };
    if (!(await this.#save(waiver, decided))) {
      throw await this.#stale(await this.#find(id, viewer.visibility), viewer);
    }
    if (waiver.state === 'approved' || decided.state === 'approved') {
      await this.#reevaluation.now([waiver.subjectRef]);
    }
    return (await this.#describe([decided], viewer))[0];
  }

  async #save(before: StoredWaiver, after: StoredWaiver): Promise<boolean> {
    return this.#knex.transaction(async trx => {
      const isSaved = await this.#store.decide(trx, before, after);
      if (isSaved) {
        await this.#audit.append(trx, {
          by: after.decidedBy ?? '',
          action: `waiver-${after.state}`,
          subjectRef: after.subjectRef,
          before: auditOf(before),
          after: auditOf(after),
        });
      }
      return isSaved;
    });
  }

  async #find(id: string, visibility: Visibility): Promise<StoredWaiver> {
    const waiver = await this.#store.find(id);
    if (!waiver || !maySee(waiver.subjectRef, visibility)) {
      throw new NotFoundError(`There is no exception ${id}`);
    }
    return waiver;
  }

  async #stale(
    waiver: StoredWaiver,
    viewer: Viewer,
  ): Promise<StaleWaiverError> {
    return new StaleWaiverError((await this.#describe([waiver], viewer))[0]);
  }

  async #requireSubject(ref: string, visibility: Visibility): Promise<void> {
    const name = await nameEntities(this.#knex, [ref], visibility);
    if (!name(ref)?.exists || !maySee(ref, visibility)) {
      throw new NotFoundError(`There is no ${ref}`);
    }
  }

  async #requireAsker(
    ref: string,
    { mayManage }: Viewer,
    credentials: UserCredentials,
  ): Promise<void> {
    if (mayManage) {
      return;
    }
    const roles = await this.#respondents.rolesFor(credentials, [ref]);
    if (!ASKERS.some(role => roles.get(ref)?.has(role))) {
      throw new NotAllowedError(
        `An exception for ${ref} is asked for by ${nameRoles(ASKERS)}.`,
      );
    }
  }

  async #viewerOf(credentials: BackstageCredentials): Promise<Viewer> {
    const [visibility, mayManage] = await Promise.all([
      this.#visibility.resolve(credentials),
      this.#visibility.may(waiverManagePermission, credentials),
    ]);
    return {
      visibility,
      mayManage,
      person: personOf(credentials),
      today: this.#now().toISOString().slice(0, 10),
    };
  }

  async #describe(
    waivers: readonly StoredWaiver[],
    viewer: Viewer,
  ): Promise<WaiverRecord[]> {
    return describeWaivers(waivers, viewer, {
      knex: this.#knex,
      ruleSets: this.#ruleSets,
    });
  }
}

function maySee(ref: string, visibility: Visibility): boolean {
  return visibility === 'all' || visibility.has(ref);
}

function personOf({ principal }: BackstageCredentials): string | undefined {
  const { type, userEntityRef } = principal as Partial<BackstageUserPrincipal>;
  return type === 'user' ? userEntityRef : undefined;
}

/** What the log keeps of a waiver. */
function auditOf(waiver: StoredWaiver) {
  const { id, ruleSet, rule, reason, until, state, decisionNote } = waiver;
  return {
    id,
    ruleSet,
    rule,
    reason,
    until,
    state,
    ...(decisionNote && { note: decisionNote }),
  };
}
