import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  BacklogHost,
  LinkRequest,
  parseBacklogRef,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { AuditLog } from '../../audit/AuditLog';
import { readRefs } from '../../http/readValues';
import { nameEntities } from '../../visibility/links';
import { Visibility } from '../../visibility/Visibility';
import { nameOf, PersonCredentials, TreeParts } from '../nodes/TreeParts';
import { LinkStore, StoredLink } from '../store/LinkStore';
import { NodeStore, StoredNode } from '../store/NodeStore';

const ENTITY_KINDS = ['dataproduct', 'component', 'system', 'api', 'resource'];

const EXAMPLES = {
  github: 'owner/repository#41',
  gitlab: 'group/project#41',
  jira: 'KEY-88',
  url: 'https://example.com/items/41',
} as const;

type Target = Pick<StoredLink, 'provider' | 'ref' | 'url' | 'title'>;

/** Links nodes to entities of the catalog and to backlog items. */
export class LinkService {
  readonly #parts: TreeParts;
  readonly #audit: AuditLog;
  readonly #hosts: readonly BacklogHost[];
  readonly #onItemLinked: () => void;

  /**
   * @param options - `hosts`: of backlogs that are known. `onItemLinked`: there
   * is a new link to an item of a backlog
   */
  constructor(
    options: TreeParts & {
      audit: AuditLog;
      hosts?: readonly BacklogHost[];
      onItemLinked?: () => void;
    },
  ) {
    this.#parts = options;
    this.#audit = options.audit;
    this.#hosts = options.hosts ?? [];
    this.#onItemLinked = options.onItemLinked ?? (() => {});
  }

  /**
   * Links a node; the same link again changes nothing.
   *
   * @returns also whether the link is new
   * @throws InputError when there is nothing of that name to link to
   * @throws NotFoundError when there is no such node that one may see
   * @throws NotAllowedError when it is for others to link
   */
  async link(
    nodeId: string,
    request: LinkRequest,
    credentials: PersonCredentials,
  ): Promise<{ isNew: boolean; node: ValueNode }> {
    const { knex, access, marks, views } = this.#parts;
    const caller = await access.of(credentials);
    const node = caller.get(nodeId);
    caller.requireManage(node);
    const target =
      'entityRef' in request
        ? await this.#entity(request.entityRef, caller.visibility)
        : this.#backlogItem(request);

    const now = this.#parts.now();
    const link: StoredLink = {
      id: this.#parts.nextId(now.getTime()),
      nodeId,
      ...target,
      by: nameOf(credentials),
      createdAt: now.toISOString(),
    };
    const isNew = await knex.transaction(async trx => {
      if (!(await new NodeStore(trx).lock(nodeId))) {
        throw new NotFoundError(`“${node.fields.title}” has been deleted`);
      }
      const added = await new LinkStore(trx).insert([link]);
      if (added.size > 0) {
        await this.#audit.append(trx, {
          by: link.by,
          action: 'node-linked',
          subjectRef: subjectOf(link, node),
          after: auditOf(link),
        });
      }
      return added.size > 0;
    });
    if (isNew) {
      await marks.mark([nodeId]);
    }
    if (isNew && target.provider !== 'catalog') {
      this.#onItemLinked();
    }
    return { isNew, node: await views.getNode(nodeId, credentials) };
  }

  /**
   * Takes a link away; one in a catalog file is taken away there.
   *
   * @throws NotFoundError when there is none that one may see
   * @throws NotAllowedError when it is for others to take away
   */
  async unlink(
    nodeId: string,
    linkId: string,
    credentials: PersonCredentials,
  ): Promise<ValueNode> {
    const { knex, access, marks, views } = this.#parts;
    const caller = await access.of(credentials);
    const node = caller.get(nodeId);
    caller.requireManage(node);
    const link = await new LinkStore(knex).find(linkId);
    if (link?.nodeId !== nodeId) {
      throw noLink(node, linkId);
    }

    const hungBefore = await marks.hangingOn(nodeId);
    await knex.transaction(async trx => {
      if (!(await new LinkStore(trx).delete(linkId))) {
        throw noLink(node, linkId);
      }
      await this.#audit.append(trx, {
        by: nameOf(credentials),
        action: 'node-unlinked',
        subjectRef: subjectOf(link, node),
        before: auditOf(link),
        after: null,
      });
    });
    await marks.mark([nodeId], hungBefore);
    return views.getNode(nodeId, credentials);
  }

  async #entity(text: string, visibility: Visibility): Promise<Target> {
    const [ref = ''] = readRefs('entityRef', [text], 'DataProduct') ?? [];
    const { kind } = parseEntityRef(ref);
    if (!ENTITY_KINDS.includes(kind)) {
      throw new InputError(
        `entityRef: nodes are linked to ${ENTITY_KINDS.join(
          ', ',
        )}, not to a ${kind}.`,
      );
    }
    const name = await nameEntities(this.#parts.knex, [ref], visibility);
    // Of other kinds, the mesh does not know all that there are.
    if (!name(ref) || (kind === 'dataproduct' && !name(ref)?.exists)) {
      throw new InputError(`entityRef: there is no ${ref} in the catalog.`);
    }
    return { provider: 'catalog', ref };
  }

  #backlogItem(request: Exclude<LinkRequest, { entityRef: string }>): Target {
    const { provider, title } = request;
    const hosts = this.#hosts;
    const given = parseBacklogRef(request.ref, { provider, hosts });
    // A browser knows few hosts: its address may be one of those known here.
    const item =
      given?.provider === 'url'
        ? parseBacklogRef(request.ref, { hosts })
        : given;
    if (!item) {
      throw new InputError(
        `ref: “${request.ref}” is none of ${provider}. Write it like ${EXAMPLES[provider]}.`,
      );
    }
    return { ...item, title, url: request.url ?? item.url };
  }
}

function noLink({ fields }: StoredNode, id: string): NotFoundError {
  return new NotFoundError(
    `“${fields.title}” has no link “${id}”. It may have been taken away.`,
  );
}

function subjectOf({ provider, ref }: StoredLink, node: StoredNode) {
  return provider === 'catalog' ? ref : node.fields.domain;
}

function auditOf({ id, nodeId, provider, ref }: StoredLink) {
  return { id, nodeId, provider, ref };
}
