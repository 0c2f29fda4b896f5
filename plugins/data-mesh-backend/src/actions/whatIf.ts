import { dataMeshReadPermission } from '@backstage-data-mesh/plugin-data-mesh-common';
import { ActionOptions } from './ActionOptions';
import { readSubjectRef } from './readSubjectRef';
import { whatIf, whatIfRequest } from './schemas';

export function addWhatIf(options: ActionOptions): void {
  const { actionsRegistry, visibility, results } = options;
  actionsRegistry.register({
    name: 'what-if',
    title: 'Suppose that rules were fixed',
    description: `
Tells which level a data product, or which levels per dimension a domain, would reach if some rules were fixed.
Nothing is changed. \`fixed\` has the ids of the rules, as \`get-data-product-maturity\` gives them.

A rule that waits for a fixed one stays open: only an evaluation can tell what it comes to.
`.trim(),
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: dataMeshReadPermission,
    schema: { input: whatIfRequest, output: whatIf },
    examples: [
      {
        title: 'If the promises of no-show-risk were shown to be kept',
        input: {
          entityRef: 'dataproduct:default/no-show-risk',
          ruleSet: 'data-product-maturity',
          fixed: ['promises-kept'],
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const { ruleSet, fixed } = input;
      return {
        output: await results.whatIf(
          readSubjectRef(input.entityRef),
          { ruleSet, fixed },
          await visibility.resolve(credentials),
        ),
      };
    },
  });
}
