import {
  dataMeshReadPermission,
  severities,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { OWNERSHIP_FAULTS } from '../ruleSets/RuleSetsInForce';
import { subjectOf } from '../resultViews/Outlines';
import { ActionOptions } from './ActionOptions';
import { entityLink, faultsQuery, Zod } from './schemas';

function output(z: Zod) {
  return z.object({
    items: z.array(
      z.object({
        entity: entityLink(z),
        domain: entityLink(z).optional(),
        owner: entityLink(z).optional(),
        faults: z.array(
          z.object({
            rule: z.string(),
            code: z.string(),
            title: z.string(),
            fix: z.string(),
            severity: z
              .enum(severities)
              .optional()
              .describe(
                'high: sort out now, medium: this quarter, low: when you touch it',
              ),
            since: z
              .string()
              .optional()
              .describe(
                'When it was first found; absent: before it was measured',
              ),
          }),
        ),
      }),
    ),
    total: z.number().int().describe('Entities with open points'),
    nextCursor: z.string().optional(),
  });
}

export function addListOwnershipFaults(options: ActionOptions): void {
  const { actionsRegistry, visibility, resultsList, outlines } = options;
  actionsRegistry.register({
    name: 'list-ownership-faults',
    title: 'List open points of ownership',
    description: `
Lists data products and domains with open points of ownership: no team answers for them, the owner belongs to
another domain, nobody uses them, and the like. Each comes with its severity, since when it is open and how to fix it.

Narrow the list by \`domain\` and \`owner\`. It is paged: pass \`nextCursor\` as \`cursor\`, with all else unchanged.
Points that were set aside by an exception are left out.
`.trim(),
    attributes: { readOnly: true, idempotent: true, destructive: false },
    visibilityPermission: dataMeshReadPermission,
    schema: { input: faultsQuery, output },
    examples: [
      {
        title: 'Open points in one domain',
        input: { domain: ['domain:default/commercial'], limit: 20 },
      },
    ],
    action: async ({ input, credentials }) => {
      const { items, total, nextCursor } = await resultsList.listResults(
        { ...input, ruleSet: OWNERSHIP_FAULTS, status: ['fail'] },
        await visibility.resolve(credentials),
      );
      return {
        output: {
          items: items.map(({ entity, domain, owner, unmet }) => ({
            entity,
            domain,
            owner,
            faults: unmet.map(({ rule, code, severity, since }) => {
              const known = outlines.rule(
                OWNERSHIP_FAULTS,
                subjectOf(entity.ref) ?? '',
                rule,
              );
              return {
                rule,
                code,
                title: known?.title ?? rule,
                fix: known?.fix ?? '',
                severity,
                since: since ?? undefined,
              };
            }),
          })),
          total,
          nextCursor,
        },
      };
    },
  });
}
