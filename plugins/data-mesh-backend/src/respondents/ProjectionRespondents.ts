import {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  RELATION_PRODUCT_OWNED_BY,
  waiverManagePermission,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  readDomainAnnotation,
  Respondent,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { Respondents } from './Respondents';

type Roles = Map<string, Set<Respondent>>;
type Credentials = BackstageCredentials<BackstageUserPrincipal>;

/** The roles that the annotations of a domain give a person. */
const NAMED = [
  ['domainOwner', 'domain-owner'],
  ['dataLead', 'data-lead'],
] as const;

/** Reads who answers for what from the projection of the catalog. */
export class ProjectionRespondents implements Respondents {
  readonly #knex: Knex;
  readonly #permissions: PermissionsService;

  constructor(options: { knex: Knex; permissions: PermissionsService }) {
    this.#knex = options.knex;
    this.#permissions = options.permissions;
  }

  async rolesFor(
    credentials: Credentials,
    refs: readonly string[],
  ): Promise<Roles> {
    const roles = await this.#read(credentials, refs);
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: waiverManagePermission }],
      { credentials },
    );
    if (result === AuthorizeResult.ALLOW) {
      refs.forEach(ref => add(roles, ref, 'platform-owner'));
    }
    return roles;
  }

  async allRolesOf(credentials: Credentials): Promise<Roles> {
    return this.#read(credentials);
  }

  async #read(
    { principal }: Credentials,
    refs?: readonly string[],
  ): Promise<Roles> {
    const person = stringifyEntityRef(parseEntityRef(principal.userEntityRef));
    const groups = await this.#groupsOf(person);
    const roles: Roles = new Map();
    const isAsked = refs && new Set(refs);
    const found = (ref: string, role: Respondent) => {
      if (!isAsked || isAsked.has(ref)) {
        add(roles, ref, role);
      }
    };

    for (const ref of await this.#from(
      RELATION_OWNED_BY,
      [person, ...groups],
      refs,
    )) {
      found(ref, 'owner');
    }
    for (const ref of await this.#productsUsedBy(groups, refs)) {
      found(ref, 'consumer');
    }
    const products = await this.#from(RELATION_PRODUCT_OWNED_BY, [person]);
    products.forEach(ref => found(ref, 'product-owner'));
    await this.#addNamed(person, refs, found);

    // Everybody answers for themselves.
    found(person, 'owner');
    if (products.length > 0) {
      found(person, 'product-owner');
    }
    return roles;
  }

  /** The groups of a person, with all that they are below of. */
  async #groupsOf(person: string): Promise<string[]> {
    const rows: { ref: string }[] = await this.#knex
      .withRecursive('mine', ['ref'], start =>
        start
          .select('to_ref')
          .from('edges')
          .where({ from_ref: person, type: RELATION_MEMBER_OF })
          .union(further =>
            further
              .select('e.to_ref')
              .from('edges as e')
              .join('mine', 'mine.ref', 'e.from_ref')
              .where('e.type', RELATION_CHILD_OF),
          ),
      )
      .select('ref')
      .from('mine');
    return rows.map(({ ref }) => ref);
  }

  /** The data products and domains with such a relation to one of these. */
  async #from(
    type: string,
    targets: readonly string[],
    refs?: readonly string[],
  ): Promise<string[]> {
    const query = this.#knex('edges as e')
      .distinct({ ref: 'e.from_ref' })
      .join('subjects as s', 's.ref', 'e.from_ref')
      .where('e.type', type)
      .whereIn('s.kind', ['dataproduct', 'domain'])
      .whereNull('s.gone_at')
      .where(isAmong(this.#knex, 'e.to_ref', targets));
    if (refs) {
      query.where(isAmong(this.#knex, 'e.from_ref', refs));
    }
    return (await query).map(({ ref }) => ref);
  }

  async #productsUsedBy(
    groups: readonly string[],
    refs?: readonly string[],
  ): Promise<string[]> {
    const query = this.#knex('uses')
      .distinct({ ref: 'product_ref' })
      .where({ state: 'active' })
      .where(isAmong(this.#knex, 'team_ref', groups));
    if (refs) {
      query.where(isAmong(this.#knex, 'product_ref', refs));
    }
    return (await query).map(({ ref }) => ref);
  }

  /** Whoever a domain names has the role for its products as well. */
  async #addNamed(
    person: string,
    refs: readonly string[] | undefined,
    found: (ref: string, role: Respondent) => void,
  ): Promise<void> {
    const rows: { ref: string; facts: string | null }[] = await this.#knex(
      'subjects',
    )
      .select('ref', 'facts')
      .where({ kind: 'domain' })
      .whereNull('gone_at');
    const named = new Map<string, Respondent[]>();
    for (const { ref, facts } of rows) {
      const { annotations } = JSON.parse(facts ?? '{}');
      const roles = NAMED.flatMap(([name, role]) =>
        isPerson(readDomainAnnotation(annotations, name), person) ? role : [],
      );
      if (roles.length > 0) {
        named.set(ref, roles);
        roles.forEach(role => found(ref, role));
      }
    }
    if (named.size === 0) {
      return;
    }
    const query = this.#knex('edges as e')
      .select({ product: 'e.from_ref', domain: 'e.to_ref' })
      .join('products as p', 'p.ref', 'e.from_ref')
      .where('e.type', RELATION_PART_OF)
      .where(isAmong(this.#knex, 'e.to_ref', [...named.keys()]));
    if (refs) {
      query.where(isAmong(this.#knex, 'e.from_ref', refs));
    }
    for (const { product, domain } of await query) {
      named.get(domain)?.forEach(role => found(product, role));
    }
  }
}

function add(roles: Roles, ref: string, role: Respondent): void {
  roles.set(ref, (roles.get(ref) ?? new Set()).add(role));
}

function isPerson(text: string | undefined, person: string): boolean {
  return (
    text !== undefined &&
    stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'user',
        defaultNamespace: 'default',
      }),
    ) === person
  );
}
