import { dataMeshReadPermission } from '@backstage-data-mesh/plugin-data-mesh-common';
import { ActionOptions } from './ActionOptions';
import { lineOf, purposeOf, purposeSchema } from './purposes';
import { readProductRef } from './readSubjectRef';
import { entityLink, entityRefInput, Zod } from './schemas';

function output(z: Zod) {
  return z.object({
    product: entityLink(z),
    lines: z
      .array(z.array(purposeSchema(z)))
      .describe(
        'One for each link: the initiative (or whatever is linked) first, then what it serves, up to the vision',
      ),
    hints: z
      .array(z.string())
      .describe(
        'What deserves a look: `product-without-goal`, `product-of-closed-goals`',
      ),
  });
}

export function addExplainProductPurpose(options: ActionOptions): void {
  const { actionsRegistry, visibility, results, valueTree } = options;
  actionsRegistry.register({
    name: 'explain-product-purpose',
    title: 'Explain what a data product is for',
    description: `
Tells what a data product is for: the initiatives that it is linked to, the bets that they try, the goals that these
serve, and the vision, with how the measure of each stands. No lines: nobody has said what it is for.
`.trim(),
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: dataMeshReadPermission,
    schema: {
      input: z => z.object({ entityRef: entityRefInput(z) }),
      output,
    },
    examples: [
      {
        title: 'What lab-orders is for',
        input: { entityRef: 'dataproduct:default/lab-orders' },
      },
    ],
    action: async ({ input, credentials }) => {
      const ref = readProductRef(input.entityRef);
      const visible = await visibility.resolve(credentials);
      const { entity } = await results.getResults(ref, visible, credentials);
      const tree = await valueTree.views.getTree({ product: ref }, credentials);
      return {
        output: {
          product: entity,
          lines: tree.nodes
            .filter(({ products }) => products.some(one => one.ref === ref))
            .map(node => lineOf(tree, node).map(purposeOf)),
          hints: tree.hints
            .filter(({ product }) => product?.ref === ref)
            .map(({ code }) => code),
        },
      };
    },
  });
}
