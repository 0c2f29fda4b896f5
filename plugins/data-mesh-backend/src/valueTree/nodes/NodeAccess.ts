import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Visibility } from '../../visibility/Visibility';
import { VisibilityResolver } from '../../visibility/VisibilityResolver';
import { NodeRights } from '../rights/NodeRights';
import { NodeStore } from '../store/NodeStore';
import { seenNodes } from '../views/seenNodes';
import { CallerAccess } from './CallerAccess';
import { CallerCredentials } from './TreeParts';

/** Looks at the tree as a caller who is about to write sees it. */
export class NodeAccess {
  readonly #knex: Knex;
  readonly #rights: Pick<NodeRights, 'forCaller'>;
  readonly #visibility: Pick<VisibilityResolver, 'resolve'>;

  constructor(options: {
    knex: Knex;
    rights: Pick<NodeRights, 'forCaller'>;
    visibility: Pick<VisibilityResolver, 'resolve'>;
  }) {
    this.#knex = options.knex;
    this.#rights = options.rights;
    this.#visibility = options.visibility;
  }

  /** @throws NotAllowedError when the caller may not read data mesh at all */
  async of(credentials: BackstageCredentials): Promise<CallerAccess> {
    return this.#look(credentials, await this.#visibility.resolve(credentials));
  }

  /**
   * For reporting. A service is held by the restrictions of its token alone,
   * and need not be able to read.
   *
   * @throws NotAllowedError when a person may not read data mesh at all
   */
  async ofReporter(credentials: CallerCredentials): Promise<CallerAccess> {
    return credentials.principal.type === 'service'
      ? this.#look(credentials, 'all')
      : this.of(credentials);
  }

  async #look(
    credentials: BackstageCredentials,
    visibility: Visibility,
  ): Promise<CallerAccess> {
    const nodes = await new NodeStore(this.#knex).all();
    const rights = await this.#rights.forCaller(credentials, nodes);
    const seen = await seenNodes(this.#knex, nodes, visibility);
    return new CallerAccess(nodes, { visibility, rights, seen });
  }
}
