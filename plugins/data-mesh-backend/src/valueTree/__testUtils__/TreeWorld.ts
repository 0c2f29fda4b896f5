import { mockCredentials } from '@backstage/backend-test-utils';
import {
  Measure,
  NewMeasure,
  NewNode,
  NodeFields,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { AuditLog } from '../../audit/AuditLog';
import { Visibility } from '../../visibility/Visibility';
import { CallerCredentials, PersonCredentials } from '../nodes/TreeParts';
import { NodePaths } from '../rights/NodePaths';
import { NodeOfRights } from '../rights/NodeRights';
import { ValueTree } from '../ValueTree';
import { ValueTreeViews } from '../views/ValueTreeViews';
import { measureFields } from './kept';

export const CARE = 'domain:default/care';
export const SUPPLY = 'domain:default/supply';
export const ANN = mockCredentials.user('user:default/ann');
export const BEA = mockCredentials.user('user:default/bea');
/** May do nothing but look. */
export const CEM = mockCredentials.user('user:default/cem');
/** Looks after the goals of the whole company, and of all domains. */
export const ZOE = mockCredentials.user('user:default/zoe');
export const PIPELINE = mockCredentials.service('external:pipeline');

const DOMAINS: Record<string, string | 'all'> = {
  'user:default/ann': CARE,
  'user:default/bea': SUPPLY,
  'user:default/zoe': 'all',
};

/**
 * The value tree on a database, with simple rights: Ann answers for one
 * domain, Bea for another. On PostgreSQL two of them are two replicas.
 */
export class TreeWorld {
  readonly knex: Knex;
  readonly marked: string[] = [];
  /** How many new links to items of backlogs there were. */
  itemsLinked = 0;
  now = '2026-03-01T12:00:00.000Z';
  visible: Visibility = 'all';
  readonly tree: ValueTree;

  private constructor(knex: Knex) {
    this.knex = knex;
    const rights = {
      forCaller: async (
        { principal }: { principal: unknown },
        nodes: readonly (NodeOfRights & { id: string })[],
      ) => {
        const { type, userEntityRef } = principal as {
          type: string;
          userEntityRef?: string;
        };
        const paths = new NodePaths(nodes);
        const domain = DOMAINS[userEntityRef ?? ''];
        const mayManage = (node: NodeOfRights) =>
          domain === 'all' ||
          (domain !== undefined && paths.domainOf(node) === domain);
        return {
          mayManage,
          mayPlace: mayManage,
          mayCheckIn: (node: NodeOfRights) =>
            type === 'service' || mayManage(node),
          managesADomain: () => domain !== undefined,
        };
      },
    };
    const shared = {
      knex,
      rights,
      visibility: {
        resolve: async ({ principal }: { principal: unknown }) => {
          if ((principal as { type: string }).type === 'service') {
            throw new Error('A service need not be able to read');
          }
          return this.visible;
        },
      },
      now: () => new Date(this.now),
    };
    this.tree = new ValueTree({
      ...shared,
      views: new ValueTreeViews(shared),
      audit: new AuditLog({ now: shared.now }),
      reevaluation: {
        mark: async refs => {
          this.marked.push(...refs);
        },
      },
      hosts: [{ provider: 'jira', baseUrl: 'https://jira.example.com' }],
      onItemLinked: () => {
        this.itemsLinked += 1;
      },
    });
  }

  static async on(knex: Knex): Promise<TreeWorld> {
    const known = await knex('subjects').select('ref');
    const refs = [
      CARE,
      SUPPLY,
      'dataproduct:default/orders',
      'dataproduct:default/results',
      'user:default/ann',
    ].filter(ref => !known.some(row => row.ref === ref));
    for (const ref of refs) {
      await knex('subjects').insert({
        ref,
        kind: ref.split(':')[0],
        title: ref.split('/')[1],
        sort_title: ref,
        data: '{}',
        facts: null,
        digest: 'x',
        seen_at: '2026-01-01T00:00:00.000Z',
      });
    }
    return new TreeWorld(knex);
  }

  /** Adds a node in the name of somebody who may; its title is its id. */
  async add(
    id: string,
    {
      fields,
      ...rest
    }: Partial<Omit<NewNode, 'fields'>> & { fields?: Partial<NodeFields> } = {},
    by: PersonCredentials = ZOE,
  ): Promise<ValueNode> {
    return this.tree.nodes.add(
      { id, kind: 'goal', ...rest, fields: { title: id, ...fields } },
      by,
    );
  }

  async addMeasure(
    nodeId: string,
    fields: Partial<NewMeasure> = {},
  ): Promise<Measure> {
    return this.tree.measures.add(nodeId, measureFields(fields), ZOE);
  }

  async get(
    id: string,
    credentials: PersonCredentials = ZOE,
  ): Promise<ValueNode> {
    return this.tree.views.getNode(id, credentials);
  }

  /** Ids below a node, or at the top, in their order. */
  async below(id?: string): Promise<string[]> {
    const { nodes } = await this.tree.views.getTree({}, ZOE);
    return nodes.filter(one => one.parentId === id).map(one => one.id);
  }

  checkIn(
    measureId: string,
    request: Parameters<ValueTree['checkIns']['checkIn']>[1],
    credentials: CallerCredentials = ZOE,
  ) {
    return this.tree.checkIns.checkIn(measureId, request, credentials);
  }

  /** What the log has, the oldest first: who did what. */
  async log(): Promise<string[]> {
    const rows = await this.knex('audit_log').orderBy('id');
    return rows.map(({ by, action }) => `${by} ${action}`);
  }
}

/** What a promise is refused with. */
export async function refusal(
  promise: Promise<unknown>,
): Promise<Error & { current?: unknown }> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('It was not refused');
}

/** The same of several, each heard from the start, however early it is. */
export function refusals(promises: readonly Promise<unknown>[]) {
  return Promise.all(promises.map(refusal));
}
