import {
  AuthService,
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  EvidenceResponse,
  evidenceWritePermission,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Respondent } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { AuditLog } from '../audit/AuditLog';
import { Respondents } from '../respondents/Respondents';
import { Visibility } from '../visibility/Visibility';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { EvidenceIntake, IntakeOptions } from './EvidenceIntake';
import { PutStatus } from './foldEvidence';
import { nameRoles } from './nameRoles';

/** The roles in which a person may send evidence about an entity. */
const TELLERS: readonly Respondent[] = [
  'owner',
  'product-owner',
  'domain-owner',
  'data-lead',
];

/** Takes evidence in that services and scripts send. */
export class EvidenceService {
  readonly #auth: AuthService;
  readonly #visibility: VisibilityResolver;
  readonly #respondents: Respondents;
  readonly #intake: EvidenceIntake;
  readonly #audit: AuditLog;

  constructor(options: {
    auth: AuthService;
    visibility: VisibilityResolver;
    respondents: Respondents;
    intake: EvidenceIntake;
    audit: AuditLog;
  }) {
    this.#auth = options.auth;
    this.#visibility = options.visibility;
    this.#respondents = options.respondents;
    this.#intake = options.intake;
    this.#audit = options.audit;
  }

  /**
   * Takes items in, each by itself.
   *
   * @throws NotAllowedError when the caller lacks the permission
   */
  async put(
    items: readonly unknown[],
    credentials: BackstageCredentials<
      BackstageUserPrincipal | BackstageServicePrincipal
    >,
  ): Promise<EvidenceResponse> {
    await this.#visibility.require(evidenceWritePermission, credentials);
    const teller = await this.#tellerOf(credentials);
    const outcomes = await this.#intake.takeIn(items, {
      way: 'push',
      ...teller.limits,
      alongside: async (trx, statuses) => {
        const taken = count(statuses);
        if (taken.stored + taken['kept-as-history'] > 0) {
          await this.#audit.append(trx, {
            by: teller.name,
            action: 'evidence-put',
            after: { items: items.length, ...taken },
          });
        }
      },
    });
    return { items: outcomes };
  }

  /** A service is held by the restrictions of its token alone. */
  async #tellerOf(
    credentials: BackstageCredentials<
      BackstageUserPrincipal | BackstageServicePrincipal
    >,
  ): Promise<{
    name: string;
    limits: Pick<IntakeOptions, 'refusals'> & { visibility: Visibility };
  }> {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      const { subject } = credentials.principal as BackstageServicePrincipal;
      return { name: subject, limits: { visibility: 'all' } };
    }
    return {
      name: credentials.principal.userEntityRef,
      limits: {
        visibility: await this.#visibility.resolve(credentials),
        refusals: async refs => {
          const roles = await this.#respondents.rolesFor(credentials, refs);
          return ref =>
            TELLERS.some(role => roles.get(ref)?.has(role))
              ? undefined
              : `entityRef: about ${ref} evidence may be told by ${nameRoles(
                  TELLERS,
                )}.`;
        },
      },
    };
  }
}

function count(statuses: readonly PutStatus[]): Record<PutStatus, number> {
  const counts = { stored: 0, unchanged: 0, 'kept-as-history': 0 };
  for (const status of statuses) {
    counts[status]++;
  }
  return counts;
}
