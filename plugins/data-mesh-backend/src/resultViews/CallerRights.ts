import {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  EntityResults,
  evidenceWritePermission,
  waiverManagePermission,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Respondent } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Respondents } from '../respondents/Respondents';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { Outlines, subjectOf } from './Outlines';

/** In these roles a person answers for an entity. */
export const ANSWERING_ROLES: readonly Respondent[] = [
  'owner',
  'product-owner',
  'domain-owner',
  'data-lead',
];

const NOTHING: EntityResults['may'] = {
  answer: [],
  askForWaiver: false,
  decideWaivers: false,
};

/** Tells what a caller may do about the results of an entity. */
export class CallerRights {
  readonly #auth: AuthService;
  readonly #visibility: Pick<VisibilityResolver, 'may'>;
  readonly #respondents: Pick<Respondents, 'rolesFor'>;
  readonly #outlines: Outlines;

  constructor(options: {
    auth: AuthService;
    visibility: Pick<VisibilityResolver, 'may'>;
    respondents: Pick<Respondents, 'rolesFor'>;
    outlines: Outlines;
  }) {
    this.#auth = options.auth;
    this.#visibility = options.visibility;
    this.#respondents = options.respondents;
    this.#outlines = options.outlines;
  }

  /** Services answer, ask for and decide nothing: that is for people. */
  async rightsOn(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<EntityResults['may']> {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      return NOTHING;
    }
    const [granted, roles] = await Promise.all([
      this.grantedTo(credentials),
      this.#respondents.rolesFor(credentials, [ref]),
    ]);
    const own = roles.get(ref) ?? new Set();
    const isTheirs = ANSWERING_ROLES.some(role => own.has(role));
    return {
      answer: granted.answer ? this.#questionsFor(ref, own) : [],
      askForWaiver: isTheirs || granted.decide,
      decideWaivers: granted.decide,
    };
  }

  /** What the permissions allow a person in general. */
  async grantedTo(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<{ answer: boolean; decide: boolean }> {
    const [answer, decide] = await Promise.all([
      this.#visibility.may(evidenceWritePermission, credentials),
      this.#visibility.may(waiverManagePermission, credentials),
    ]);
    return { answer, decide };
  }

  #questionsFor(ref: string, roles: ReadonlySet<string>): string[] {
    const outlines = this.#outlines.about(subjectOf(ref) ?? '');
    return outlines
      .flatMap(({ rules }) => rules)
      .filter(({ ask }) => ask?.who.some(role => roles.has(role)))
      .map(({ id }) => id);
  }
}
