import { Config } from '@backstage/config';
import {
  RuleSetOverride,
  RuleSetProblem,
  ruleSetOverrideSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { z } from 'zod';
import {
  DOMAIN_MATURITY,
  OWNERSHIP_FAULTS,
  PRODUCT_MATURITY,
} from './RuleSetsInForce';

/** The sets there are: a configuration may change and replace them. */
export const ruleSetIds = [
  PRODUCT_MATURITY,
  DOMAIN_MATURITY,
  OWNERSHIP_FAULTS,
] as const;

/** Where a rule set is read from that stands in for the default one. */
export type RuleSetSource = { file: string } | { url: string };

/** What is configured for one rule set. */
export type RuleSetSetting = {
  source?: RuleSetSource;
  override?: RuleSetOverride;
};

/** The settings under `dataMesh.ruleSets`, and the phase that all sets share. */
export type RuleSetsConfig = {
  phase?: string;
  settings: ReadonlyMap<string, RuleSetSetting>;
  problems: RuleSetProblem[];
};

const KEY = 'dataMesh.ruleSets';

const text = z.string().trim().min(1, 'It must not be empty');

const sourceSchema = z
  .object({
    file: text.optional(),
    url: z.url({ protocol: /^https?$/, error: 'It must be a url' }).optional(),
  })
  .refine(({ file, url }) => !file || !url, 'Give either “file” or “url”');

/** What problems in the configuration of a set are told by. */
export function configOf(id: string): string {
  return `configuration ${KEY}.${id}`;
}

/** Reads the settings; the overrides are checked with the sets they change. */
export function readRuleSetsConfig(config: Config): RuleSetsConfig {
  const sets: unknown = config.getOptional(KEY) ?? {};
  const read: RuleSetsConfig & { settings: Map<string, RuleSetSetting> } = {
    phase: config.getOptionalString('dataMesh.phase'),
    settings: new Map(),
    problems: [],
  };
  if (!isRecord(sets)) {
    read.problems.push({
      file: `configuration ${KEY}`,
      message: 'It must be a group of rule sets by their ids.',
    });
    return read;
  }
  for (const [id, value] of Object.entries(sets)) {
    const { setting, problems } = readSetting(id, value);
    read.problems.push(
      ...problems.map(message => ({ file: configOf(id), message })),
    );
    if (setting) {
      read.settings.set(id, setting);
    }
  }
  return read;
}

function readSetting(
  id: string,
  value: unknown,
): { setting?: RuleSetSetting; problems: string[] } {
  if (!(ruleSetIds as readonly string[]).includes(id)) {
    return {
      problems: [
        `There is no rule set “${id}”; there are ${ruleSetIds.join(', ')}.`,
      ],
    };
  }
  if (!isRecord(value)) {
    return {
      problems: [
        `It must be a group of keys: file, url, ${Object.keys(
          ruleSetOverrideSchema.shape,
        ).join(', ')}.`,
      ],
    };
  }
  const { file, url, ...override } = value;
  const source = sourceSchema.safeParse({ file, url });
  if (!source.success) {
    return {
      problems: source.error.issues.map(({ path, message }) =>
        [...path.map(String), `${message}.`].join(': '),
      ),
    };
  }
  return {
    setting: {
      source: toSource(source.data),
      // Checked by the engine, which tells the place of what is wrong.
      override: Object.keys(override).length
        ? (override as RuleSetOverride)
        : undefined,
    },
    problems: [],
  };
}

function toSource({
  file,
  url,
}: z.output<typeof sourceSchema>): RuleSetSource | undefined {
  if (file) {
    return { file };
  }
  return url ? { url } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
