import { z } from 'zod';
import { severities } from '../../results';
import { catalogFilePartSchema } from '../../results/catalogFilePart';
import { parameterSchema } from './Parameter';

const id = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'must be lower case words joined by hyphens, such as owner-is-a-live-team',
  )
  .max(100);

const text = z.string().trim().min(1, 'must not be empty').max(2000);

const expression = z.string().trim().min(1, 'must not be empty').max(2000);

const day = z.iso.date('must be a day, such as 2026-12-31');

const key = z
  .string()
  .regex(
    /^[a-zA-Z][a-zA-Z0-9]*([.-][a-zA-Z0-9]+)*$/,
    'must be an evidence key, such as usage.lastUsedAt',
  )
  .max(200);

/** Optional, and null says the same as leaving it out. */
function maybe<S extends z.ZodType>(schema: S) {
  return schema.nullish().transform(value => value ?? undefined);
}

function listOf<S extends z.ZodType>(schema: S) {
  return z
    .array(schema)
    .nullish()
    .transform(value => value ?? []);
}

const parameterName = z
  .string()
  .regex(
    /^param\.[a-z][A-Za-z0-9]*$/,
    'must be a parameter of the set, such as param.reviewDays',
  );

/** A number of days, written out or kept in a parameter. */
const days = z.union([z.int().min(0), parameterName]);

/**
 * Who may answer a question: a member of the owner group, the product's or
 * domain's owner or data lead in person, a consumer, or a platform owner.
 *
 * @public
 */
export const respondents = [
  'owner',
  'product-owner',
  'domain-owner',
  'data-lead',
  'consumer',
  'platform-owner',
] as const;

/** @public */
export type Respondent = (typeof respondents)[number];

/** The evidence key that stands for the waivers themselves. */
export const WAIVERS = 'waivers';

/**
 * The schema of one rule.
 *
 * @public
 */
export const ruleSchema = z.strictObject({
  id,
  code: text.max(20),
  subject: maybe(text),
  level: maybe(id),
  dimension: maybe(id),
  weight: maybe(z.enum(['must', 'should'])),
  severity: maybe(
    z.union([
      z.enum(severities),
      z
        .array(
          z.strictObject({
            when: maybe(expression),
            severity: z.enum(severities),
          }),
        )
        .min(1),
    ]),
  ),
  title: text.max(120),
  why: text,
  fix: text,
  source: maybe(text),
  when: maybe(expression),
  after: listOf(id),
  covers: listOf(text.max(20)),
  needs: listOf(z.union([key, z.strictObject({ key, days: maybe(days) })])),
  ask: maybe(
    z.strictObject({
      text,
      who: z.array(z.enum(respondents)).min(1, 'must name somebody'),
      days: maybe(days),
      key: maybe(key),
    }),
  ),
  pass: maybe(expression),
  met: maybe(z.union([z.array(id).min(1), parameterName])),
  rollout: maybe(
    z.union([z.enum(['enforced', 'draft']), z.strictObject({ grace: day })]),
  ),
  off: maybe(z.boolean()),
  write: maybe(catalogFilePartSchema),
});

/**
 * One rule of a rule set.
 *
 * @public
 */
export type Rule = z.output<typeof ruleSchema>;

const share = z.number().min(0).max(1);

/**
 * The schema of all of a rule set but its rules, which are read one by one.
 *
 * @public
 */
export const ruleSetHeadSchema = z.strictObject({
  kind: z.literal('RuleSet'),
  id,
  version: z.int().min(1),
  title: maybe(text.max(120)),
  description: maybe(text),
  subject: text,
  levels: listOf(
    z.strictObject({ id, title: text.max(60), question: maybe(text) }),
  ),
  dimensions: listOf(z.strictObject({ id, title: text.max(60) })),
  promotion: z
    .strictObject({
      must: share.default(1),
      should: share.default(0.6),
      shouldFrom: z.int().min(1).default(2),
    })
    .nullish()
    .transform(
      promotion => promotion ?? { must: 1, should: 0.6, shouldFrom: 2 },
    ),
  targets: listOf(
    z.strictObject({ when: maybe(expression), level: maybe(id) }),
  ),
  caps: listOf(z.strictObject({ when: expression, level: id, reason: text })),
  phases: listOf(id),
  phase: maybe(id),
  parameters: z
    .record(z.string(), parameterSchema)
    .nullish()
    .transform(parameters => parameters ?? {}),
});

/**
 * A rule set as it is written in YAML, checked and with its defaults filled
 * in: levels, rules, caps, targets and parameters.
 *
 * A set with `levels` puts its subjects on a level, or with `dimensions` on a
 * level in each. A set without levels is a set of faults: its rules have a
 * severity and never make a level.
 *
 * @public
 */
export type RuleSet = z.output<typeof ruleSetHeadSchema> & { rules: Rule[] };
