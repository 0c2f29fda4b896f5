import {
  DataMeshApi,
  DecisionRequest,
  LinkRequest,
  NewNode,
  NodeChange,
  NodeMove,
  StateChange,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { hangsOnTree } from './keys';
import { Sending, useDataMeshMutation } from './useDataMeshMutation';

type OfNode = { id: string };

/** Adds a node to the value tree. */
export function useAddValueNode(): Sending<NewNode, ValueNode> {
  return useNodeMutation((api, node: NewNode) => api.addValueNode(node));
}

/** Changes what a node says. */
export function useChangeValueNode(): Sending<OfNode & NodeChange, ValueNode> {
  return useNodeMutation((api, { id, ...change }: OfNode & NodeChange) =>
    api.changeValueNode(id, change),
  );
}

/** Moves a node with all below it. */
export function useMoveValueNode(): Sending<OfNode & NodeMove, ValueNode> {
  return useNodeMutation((api, { id, ...move }: OfNode & NodeMove) =>
    api.moveValueNode(id, move),
  );
}

/** Moves a node to another state. */
export function useChangeValueNodeState(): Sending<
  OfNode & StateChange,
  ValueNode
> {
  return useNodeMutation((api, { id, ...change }: OfNode & StateChange) =>
    api.changeValueNodeState(id, change),
  );
}

/** Decides on a node in the name of the signed-in person. */
export function useDecideOnValueNode(): Sending<
  OfNode & DecisionRequest,
  ValueNode
> {
  return useNodeMutation((api, { id, ...decision }: OfNode & DecisionRequest) =>
    api.decideOnValueNode(id, decision),
  );
}

/** Links a node to a catalog entity or to a backlog item. */
export function useLinkValueNode(): Sending<
  OfNode & { link: LinkRequest },
  ValueNode
> {
  return useNodeMutation((api, { id, link }: OfNode & { link: LinkRequest }) =>
    api.linkValueNode(id, link),
  );
}

/** Takes a link of a node away. */
export function useUnlinkValueNode(): Sending<
  OfNode & { linkId: string },
  ValueNode
> {
  return useNodeMutation((api, { id, linkId }: OfNode & { linkId: string }) =>
    api.unlinkValueNode(id, linkId),
  );
}

/** Takes a node out of the tree, with all below it. */
export function useDeleteValueNode(): Sending<
  OfNode & { version: number },
  void
> {
  return useDataMeshMutation({
    send: (api, { id, version }: OfNode & { version: number }) =>
      api.deleteValueNode(id, version),
    hanging: () => hangsOnTree.map(key => [key]),
    hangingOnError: () => [['value-tree'], ['value-node']],
  });
}

function useNodeMutation<TInput>(
  send: (api: DataMeshApi, input: TInput) => Promise<ValueNode>,
): Sending<TInput, ValueNode> {
  return useDataMeshMutation({
    send,
    known: output => [[['value-node', output.node.id], output]],
    hanging: () => hangsOnTree.map(key => [key]),
    // Somebody else may have been faster: what is shown is looked at anew.
    hangingOnError: () => [['value-tree'], ['value-node']],
  });
}
