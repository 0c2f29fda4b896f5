import {
  dataMeshReadPermission,
  TreeNode,
  ValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { ActionOptions } from './ActionOptions';
import { lineOf, outlookOf, outlookSchema } from './purposes';
import { readDomainRef } from './readSubjectRef';
import { entityLink, Zod } from './schemas';

function output(z: Zod) {
  const nameSchema = () => z.object({ id: z.string(), title: z.string() });
  return z.object({
    domain: entityLink(z),
    goals: z.array(
      nameSchema().extend({
        state: z.string(),
        owner: entityLink(z).optional(),
        sponsor: entityLink(z).optional(),
        helpWanted: z.string().optional(),
        serves: z
          .array(nameSchema())
          .describe('What is above it, the nearest first'),
        measure: outlookSchema(z).optional().describe('Its primary measure'),
        hints: z
          .array(z.string())
          .describe('What deserves a look, such as `goal-without-bet`'),
        bets: z.array(
          nameSchema().extend({
            state: z.string(),
            stance: z.string().optional(),
            reviewAt: z
              .string()
              .optional()
              .describe('The day it is to be decided on'),
            stopRule: z.string().optional(),
            initiatives: z.array(nameSchema()),
            hints: z.array(z.string()),
          }),
        ),
      }),
    ),
    hints: z.array(z.string()).describe('About the domain as a whole'),
  });
}

export function addGetDomainGoals(options: ActionOptions): void {
  const { actionsRegistry, visibility, results, valueTree } = options;
  actionsRegistry.register({
    name: 'get-domain-goals',
    title: 'Get the goals of a domain',
    description: `
Tells the goals of a domain, how the measure of each stands, which bets are placed on it with their next review, and
what deserves a look. Hints are codes such as \`review-overdue\`, \`no-stop-rule\` or
\`leading-on-course-outcome-behind\`.

A measure is checked in with \`check-in-measure\`, by its id.
`.trim(),
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: dataMeshReadPermission,
    schema: {
      input: z =>
        z.object({
          domain: z
            .string()
            .min(1)
            .max(300)
            .describe(
              'Ref of the domain, such as domain:default/diagnostics; the kind may be left out',
            ),
        }),
      output,
    },
    examples: [
      {
        title: 'The goals of one domain',
        input: { domain: 'domain:default/diagnostics' },
      },
    ],
    action: async ({ input, credentials }) => {
      const ref = readDomainRef(input.domain);
      const visible = await visibility.resolve(credentials);
      const { entity } = await results.getResults(ref, visible, credentials);
      const tree = await valueTree.views.getTree({ domain: ref }, credentials);
      return {
        output: {
          domain: entity,
          goals: tree.nodes
            .filter(
              ({ kind, domain }) => kind === 'goal' && domain?.ref === ref,
            )
            .map(goal => describeGoal(tree, goal)),
          hints: tree.hints
            .filter(({ domain }) => domain?.ref === ref)
            .map(({ code }) => code),
        },
      };
    },
  });
}

function describeGoal(tree: ValueTree, goal: TreeNode) {
  const { state, owner, sponsor, helpWanted, primary } = goal;
  return {
    ...named(goal),
    state,
    owner,
    sponsor,
    helpWanted,
    serves: lineOf(tree, goal).slice(1).map(named),
    measure: primary && outlookOf(primary),
    hints: codesOf(goal),
    bets: childrenOf(tree, goal, 'bet').map(bet => ({
      ...named(bet),
      state: bet.state,
      stance: bet.stance,
      reviewAt: bet.reviewAt,
      stopRule: bet.stopRule,
      initiatives: childrenOf(tree, bet, 'initiative').map(named),
      hints: codesOf(bet),
    })),
  };
}

function childrenOf(
  { nodes }: ValueTree,
  { id }: TreeNode,
  kind: TreeNode['kind'],
): TreeNode[] {
  return nodes.filter(node => node.parentId === id && node.kind === kind);
}

function codesOf({ hints }: TreeNode): string[] {
  return hints.filter(({ isNews }) => !isNews).map(({ code }) => code);
}

function named({ id, title }: TreeNode) {
  return { id, title };
}
