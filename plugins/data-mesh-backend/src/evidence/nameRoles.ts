import { Respondent } from '@backstage-data-mesh/plugin-data-mesh-common/rules';

const NAMES: Record<Respondent, string> = {
  owner: 'its owner team',
  'product-owner': 'its product owner',
  'domain-owner': 'the owner of its domain',
  'data-lead': 'the data lead of its domain',
  consumer: 'a team that uses it',
  'platform-owner': 'a platform owner',
};

/** Roles as a sentence has them: “its owner team or a platform owner”. */
export function nameRoles(roles: readonly string[]): string {
  const names = [...new Set(roles)].map(nameRole);
  const last = names.pop() ?? 'nobody';
  return names.length > 0 ? `${names.join(', ')} or ${last}` : last;
}

function nameRole(role: string): string {
  return Object.hasOwn(NAMES, role) ? NAMES[role as Respondent] : role;
}
