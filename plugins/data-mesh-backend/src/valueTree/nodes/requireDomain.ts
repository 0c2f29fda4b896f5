import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { Visibility } from '../../visibility/Visibility';

/** @throws InputError when there is no such domain that one may see */
export async function requireDomain(
  knex: Knex,
  domain: string,
  visibility: Visibility,
): Promise<void> {
  const row = await knex('subjects')
    .select('ref')
    .where({ ref: domain, kind: 'domain' })
    .whereNull('gone_at')
    .first();
  if (!row || (visibility !== 'all' && !visibility.has(domain))) {
    throw new InputError(
      `domain: there is no ${domain} in the catalog. Leave it out for what is of the whole company, or below a node of the domain.`,
    );
  }
}
