import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  Erasure,
  ErasureRequest,
  personErasePermission,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { AuditLog } from '../audit/AuditLog';
import { Reevaluation } from '../results/Reevaluation';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { PersonEraser } from './PersonEraser';

/** What people may ask for about what is kept of people. */
export class PeopleService {
  readonly #knex: Knex;
  readonly #visibility: Pick<VisibilityResolver, 'require'>;
  readonly #eraser: PersonEraser;
  readonly #reevaluation: Pick<Reevaluation, 'mark'>;

  constructor(options: {
    knex: Knex;
    visibility: Pick<VisibilityResolver, 'require'>;
    audit: AuditLog;
    reevaluation: Pick<Reevaluation, 'mark'>;
  }) {
    this.#knex = options.knex;
    this.#visibility = options.visibility;
    this.#eraser = new PersonEraser(options);
    this.#reevaluation = options.reevaluation;
  }

  /**
   * Replaces the name of a person by a neutral mark wherever we keep it.
   *
   * @throws NotAllowedError when it is for others to do
   */
  async erase(
    { user }: ErasureRequest,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Erasure> {
    await this.#visibility.require(personErasePermission, credentials);
    const person = user.toLocaleLowerCase('en-US');
    const { entities, ...counts } = await this.#eraser.erase(
      person,
      credentials.principal.userEntityRef,
    );
    // Their results stay, and are kept with the mark as what they were read of.
    await this.#reevaluation.mark(entities);
    const known = await this.#knex('subjects')
      .where({ ref: person })
      .whereNull('gone_at')
      .first('ref');
    return { ...counts, stillInCatalog: known !== undefined };
  }
}
