import {
  MOST_EVIDENCE_ITEMS,
  ruleStatuses,
  severities,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { z as z3 } from 'zod/v3';

/** The zod that the registry of actions hands to their schemas. */
export type Zod = typeof z3;

// What the HTTP API has in zod 4 is restated here, because actions take zod 3
// only. That both say the same is tested.

export function entityRefInput(z: Zod) {
  return z
    .string()
    .min(1)
    .max(300)
    .describe(
      'Ref of the entity, such as dataproduct:default/orders; the kind may be left out for a data product',
    );
}

export function entityLink(z: Zod) {
  return z.object({
    ref: z.string().describe('Full entity ref in lower case'),
    title: z.string().describe('Title, else name, to show'),
    exists: z
      .boolean()
      .describe('False when nothing in the catalog answers to the ref'),
  });
}

export function ruleResult(z: Zod) {
  return z.object({
    rule: z.string().describe('Id of the rule'),
    code: z.string().describe('Code of the rule, such as DP-O1'),
    status: z.enum(ruleStatuses),
    counted: z
      .boolean()
      .describe('False while the rule is a draft or in its grace period'),
    reason: z
      .string()
      .optional()
      .describe('In words; absent when the rule simply passes'),
    lacks: z
      .array(z.string())
      .optional()
      .describe('Facts and evidence keys that are not known'),
    waitsFor: z
      .array(z.string())
      .optional()
      .describe('Ids of the rules to be met first'),
    waivedUntil: z.string().optional().describe('The last day of the waiver'),
    severity: z
      .enum(severities)
      .optional()
      .describe('Only of a fault that is there'),
  });
}

export function explanation(z: Zod) {
  return z.object({
    rule: z.object({
      id: z.string(),
      code: z.string(),
      title: z.string(),
      why: z.string(),
      fix: z.string(),
      weight: z.enum(['must', 'should']),
    }),
    result: ruleResult(z),
    today: z.string(),
    parts: z
      .array(
        z.object({
          of: z.enum(['when', 'pass']),
          text: z.string().describe('As CEL'),
          outcome: z.enum(['true', 'false', 'unknown']),
          error: z.string().optional(),
        }),
      )
      .describe('All of them have to hold'),
    facts: z.array(
      z.object({
        name: z.string(),
        description: z.string(),
        source: z.string(),
        value: z.unknown().describe('Null when it is not known'),
        refusal: z
          .string()
          .optional()
          .describe('Why a value that was given cannot be used'),
      }),
    ),
    parameters: z.array(
      z.object({
        name: z.string(),
        description: z.string(),
        value: z.unknown(),
      }),
    ),
    evidence: z.array(
      z.object({
        key: z.string(),
        state: z.enum(['current', 'outdated', 'undated', 'missing']),
        observed: z.string().optional(),
        until: z.string().optional(),
        delivered: z
          .boolean()
          .describe('False when the key has never arrived, for any entity'),
      }),
    ),
  });
}

export function evidenceItem(z: Zod) {
  const time = () => z.string().describe('A time or a day in ISO 8601');
  return z.object({
    entityRef: z
      .string()
      .min(1)
      .max(300)
      .describe('Of a data product, domain or user'),
    key: z.string().min(1).max(200),
    value: z.unknown().describe('What the key asks for, see docs/rules.md'),
    observedAt: time(),
    expiresAt: time().optional(),
    source: z
      .string()
      .min(1)
      .max(200)
      .describe('Which pipeline or tool says so'),
    note: z.string().max(1000).optional(),
    link: z
      .string()
      .url()
      .max(2000)
      .optional()
      .describe('Where it can be seen'),
  });
}

export function evidenceRequest(z: Zod) {
  return z.object({
    items: z.array(evidenceItem(z)).min(1).max(MOST_EVIDENCE_ITEMS),
  });
}

export function evidenceResponse(z: Zod) {
  return z.object({
    items: z.array(
      z.object({
        status: z.enum(['stored', 'unchanged', 'kept-as-history', 'refused']),
        problem: z.string().optional().describe('What is wrong, and where'),
      }),
    ),
  });
}

export function whatIfRequest(z: Zod) {
  return z.object({
    entityRef: entityRefInput(z),
    ruleSet: z.string().max(200).default('data-product-maturity'),
    fixed: z.array(z.string().max(200)).max(200),
  });
}

export function whatIf(z: Zod) {
  return z.object({
    level: z.number().int().optional(),
    dimensions: z.record(z.string(), z.number().int()).optional(),
    target: z.number().int().nullable().optional(),
    passing: z
      .array(z.string())
      .describe('Ids of the rules that would pass besides those now met'),
  });
}

/** What a list of open points takes, of what the list of results takes. */
export function faultsQuery(z: Zod) {
  return z.object({
    domain: z.array(z.string()).optional().describe('Entity refs of domains'),
    owner: z
      .array(z.string())
      .optional()
      .describe('Entity refs of groups or users'),
    cursor: z.string().max(2000).optional(),
    limit: z.number().int().min(1).max(100).default(20),
  });
}
