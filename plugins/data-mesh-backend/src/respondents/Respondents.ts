import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { Respondent } from '@backstage-data-mesh/plugin-data-mesh-common/rules';

/** In which ways a person answers for entities. */
export interface Respondents {
  /**
   * The roles that a person has for each of these entities, told from the
   * projection: memberships count through all levels of groups. Entities for
   * which the person has none are left out.
   */
  rolesFor(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
    refs: readonly string[],
  ): Promise<Map<string, Set<Respondent>>>;

  /**
   * The same for every entity for which the person has a role. That of a
   * platform owner, who has it for all there is, is not among them.
   */
  allRolesOf(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Map<string, Set<Respondent>>>;
}
