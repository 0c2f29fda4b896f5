import {
  dataMeshReadPermission,
  RuleSetOutline,
  ToDoEntry,
  toDoList,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { PRODUCT_MATURITY } from '../ruleSets/RuleSetsInForce';
import { ActionOptions } from './ActionOptions';
import { readProductRef } from './readSubjectRef';
import { entityLink, entityRefInput, Zod } from './schemas';

function level(z: Zod) {
  return z.object({
    level: z.number().int().describe('Counted from 0'),
    title: z.string(),
  });
}

function output(z: Zod) {
  return z.object({
    entity: entityLink(z),
    level: level(z).optional().describe('Absent until it was evaluated'),
    target: level(z)
      .optional()
      .describe('The level that is asked of it; absent when none is'),
    meetsTarget: z.boolean().optional(),
    since: z
      .string()
      .optional()
      .describe('When it reached this level, if that is known'),
    gone: z.string().optional().describe('When it left the catalog, if it did'),
    toDo: z
      .array(
        z.object({
          ruleSet: z.string(),
          rule: z.string(),
          code: z.string(),
          title: z.string(),
          why: z.string().optional(),
          fix: z.string(),
          reason: z.string().optional().describe('What was found'),
          status: z.enum(['to-do', 'unknown']),
          isRequired: z
            .boolean()
            .describe('Whether the target cannot be reached without it'),
          unblocks: z.number().int().describe('Rules that wait for it'),
        }),
      )
      .describe('Each thing once, the first thing first'),
  });
}

export function addGetDataProductMaturity(options: ActionOptions): void {
  const { actionsRegistry, visibility, results, outlines } = options;
  actionsRegistry.register({
    name: 'get-data-product-maturity',
    title: 'Get the maturity of a data product',
    description: `
Tells which level of maturity a data product has reached, which one is asked of it, and what to do next.

The levels are, unless the organisation has others: Listed, Owned, Usable, Trusted, Valued. \`toDo\` has what is
not met, each thing once and the first thing first, with why it matters and how to fix it. Entries with
\`isRequired\` stand between the product and its target; the others could be next. An entry of status \`unknown\`
lacks evidence or the answer of a person.

What would come of fixing some of them is told by \`what-if\`, how a rule came to its result by \`explain-rule\`.
`.trim(),
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: dataMeshReadPermission,
    schema: {
      input: z => z.object({ entityRef: entityRefInput(z) }),
      output,
    },
    examples: [
      {
        title: 'The maturity of lab-orders',
        input: { entityRef: 'dataproduct:default/lab-orders' },
      },
    ],
    action: async ({ input, credentials }) => {
      const ref = readProductRef(input.entityRef);
      const visible = await visibility.resolve(credentials);
      const found = await results.getResults(ref, visible, credentials);
      const maturity = found.items.find(
        ({ ruleSet }) => ruleSet === PRODUCT_MATURITY,
      );
      const outline = outlines.of(PRODUCT_MATURITY, 'DataProduct');
      const { entries } = toDoList({
        outlines: outlines.about('DataProduct'),
        results: found.items,
      });
      const reached = maturity?.level;
      const target = maturity?.target ?? undefined;
      return {
        output: {
          entity: found.entity,
          level: named(reached, outline),
          target: named(target, outline),
          meetsTarget:
            reached === undefined || target === undefined
              ? undefined
              : reached >= target,
          since: maturity?.since ?? undefined,
          gone: found.gone,
          toDo: found.gone ? [] : entries.flatMap(toItem),
        },
      };
    },
  });
}

function named(value: number | undefined, outline?: RuleSetOutline) {
  return value === undefined
    ? undefined
    : { level: value, title: outline?.levels[value]?.title ?? String(value) };
}

function toItem(entry: ToDoEntry) {
  const { ruleSet, rule, title, why, fix, reason, status } = entry;
  const { isRequired, unblocks } = entry;
  return rule && ruleSet
    ? [
        {
          ruleSet,
          rule: rule.id,
          code: rule.code,
          title,
          why,
          fix,
          reason,
          status,
          isRequired,
          unblocks,
        },
      ]
    : [];
}
