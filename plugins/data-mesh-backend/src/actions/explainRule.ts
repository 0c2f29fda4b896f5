import { dataMeshReadPermission } from '@backstage-data-mesh/plugin-data-mesh-common';
import { ActionOptions } from './ActionOptions';
import { readSubjectRef } from './readSubjectRef';
import { entityRefInput, explanation } from './schemas';

export function addExplainRule(options: ActionOptions): void {
  const { actionsRegistry, visibility, explanations } = options;
  actionsRegistry.register({
    name: 'explain-rule',
    title: 'Explain the result of a rule',
    description: `
Tells how a rule came to its result on a data product or a domain: the facts that it read with their values, what each
part of its condition comes to, the thresholds, and which evidence is current, outdated or missing.

Rule sets are \`data-product-maturity\`, \`domain-maturity\` and \`ownership-faults\`. A rule is named by its id or its
code, such as \`DP-O1\`.
`.trim(),
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: dataMeshReadPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: entityRefInput(z),
          ruleSet: z.string().max(200).default('data-product-maturity'),
          rule: z.string().min(1).max(200).describe('Its id or its code'),
        }),
      output: explanation,
    },
    examples: [
      {
        title: 'Why nobody answers for a product',
        input: {
          entityRef: 'dataproduct:default/regional-sales-extract',
          ruleSet: 'data-product-maturity',
          rule: 'DP-O1',
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const { ruleSet, rule } = input;
      const explained = await explanations.explain(
        readSubjectRef(input.entityRef),
        { ruleSet, rule },
        await visibility.resolve(credentials),
      );
      const { id, code, title, why, fix, weight } = explained.rule;
      return {
        output: { ...explained, rule: { id, code, title, why, fix, weight } },
      };
    },
  });
}
