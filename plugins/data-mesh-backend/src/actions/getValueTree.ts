import { dataMeshReadPermission } from '@backstage-data-mesh/plugin-data-mesh-common';
import { ActionOptions } from './ActionOptions';
import { valueTree, valueTreeQuery } from './treeSchemas';

export function addGetValueTree(options: ActionOptions): void {
  const { actionsRegistry, valueTree: tree } = options;
  actionsRegistry.register({
    name: 'get-value-tree',
    title: 'Get the tree of goals',
    description: `
Gives the value tree, or a part of it: visions, the goals that serve them, the bets on how to reach a goal, and the
initiatives that try a bet. Parents come before their children; \`parentId\` tells which is which.

Each node has its primary measure with how it stands (\`standing.status\`), the worst status below it (\`rollUp\`), what
deserves a look (\`hints\`), the data products that are linked to it, and how many backlog items are.

Narrow it by \`domain\`, \`product\` or \`root\`, and by \`depth\`: a whole tree can have thousands of nodes. The goals of one
domain in short are told by \`get-domain-goals\`.
`.trim(),
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: dataMeshReadPermission,
    schema: { input: valueTreeQuery, output: valueTree },
    examples: [
      {
        title: 'A goal and the bets below it',
        input: { root: 'DG-1', depth: 1 },
      },
    ],
    action: async ({ input, credentials }) => ({
      output: await tree.views.getTree(input, credentials),
    }),
  });
}
