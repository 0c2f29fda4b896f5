import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { VisibilityResolver } from '../../visibility/VisibilityResolver';
import { NodeRights } from '../rights/NodeRights';
import { KeptTree } from '../store/KeptTree';
import { NodeStore, StoredNode } from '../store/NodeStore';
import { seenNodes } from './seenNodes';
import { TreeInView } from './TreeInView';
import { isPerson, Viewer } from './Viewer';

/** What views of the value tree are made of. */
export type ViewParts = {
  knex: Knex;
  kept: KeptTree;
  rights: Pick<NodeRights, 'forCaller'>;
  visibility: Pick<VisibilityResolver, 'resolve'>;
  now: () => Date;
  /** More active bets of one domain than these are many; 5 if absent. */
  maxActiveBets?: number;
};

/** Nodes, and who looks at them. */
export type NodesInView = {
  nodes: readonly StoredNode[];
  /** Those that the viewer may see. */
  seen: StoredNode[];
  viewer: Viewer;
};

/**
 * Reads all of the tree for a caller, with the products of the catalog.
 *
 * @throws NotAllowedError when the caller may not read data mesh at all
 */
export async function readTree(
  parts: ViewParts,
  credentials: BackstageCredentials,
): Promise<TreeInView> {
  const visibility = await parts.visibility.resolve(credentials);
  const { tree, products } = await parts.kept.readWithProducts();
  const { seen, viewer } = await lookAt(
    parts,
    tree.nodes,
    credentials,
    visibility,
  );
  return new TreeInView(tree, products, seen, viewer, parts);
}

/**
 * Reads nodes alone for a caller.
 *
 * @throws NotAllowedError when the caller may not read data mesh at all
 */
export async function readNodes(
  parts: ViewParts,
  credentials: BackstageCredentials,
): Promise<NodesInView> {
  const visibility = await parts.visibility.resolve(credentials);
  const nodes = await new NodeStore(parts.knex).all();
  return lookAt(parts, nodes, credentials, visibility);
}

async function lookAt(
  { knex, rights, now }: ViewParts,
  nodes: readonly StoredNode[],
  credentials: BackstageCredentials,
  visibility: Viewer['visibility'],
): Promise<NodesInView> {
  return {
    nodes,
    seen: await seenNodes(knex, nodes, visibility),
    viewer: {
      visibility,
      rights: await rights.forCaller(credentials, nodes),
      isPerson: isPerson(credentials),
      day: now().toISOString().slice(0, 10),
    },
  };
}
