import {
  compileRuleSet,
  overrideRuleSet,
  readRuleSet,
  RuleSetDocument,
  RuleSetProblem,
  vocabulary,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { createHash } from 'node:crypto';
import { configOf, RuleSetSetting } from './ruleSetsConfig';
import { RuleSetInForce } from './RuleSetsInForce';
import { RuleSetText } from './RuleSetTexts';

/** A rule set with where it comes from. */
export type LoadedRuleSet = RuleSetInForce & {
  origin: string;
  /** Whether the configuration changes texts, rules or thresholds. */
  changed: boolean;
};

/** Reads, changes and checks one rule set as configured. */
export function loadConfigured(
  id: string,
  source: RuleSetText,
  configured: { phase?: string; setting?: RuleSetSetting },
): { loaded?: LoadedRuleSet; problems: RuleSetProblem[] } {
  const read = readRuleSet(source.text, source.file);
  if (!read.document) {
    return { problems: read.problems };
  }
  const isNamed = read.document.ruleSet.id;
  if (isNamed !== id) {
    return {
      problems: [
        {
          ...read.document.placeOf(['id']),
          message: `Its id is “${isNamed}”; it has to be “${id}”, as in the configuration.`,
        },
      ],
    };
  }
  const override = overrideOf(read.document, configured);
  const changed = override
    ? overrideRuleSet(read.document, override, configOf(id))
    : read;
  if (!changed.document) {
    return { problems: changed.problems };
  }
  const { ruleSet, problems } = compileRuleSet(changed.document, vocabulary);
  return {
    loaded: ruleSet && {
      ruleSet,
      digest: digestOf(source.text, override),
      origin: source.origin,
      changed: configured.setting?.override !== undefined,
    },
    problems,
  };
}

/** The shared phase holds unless the set has one of its own. */
function overrideOf(
  { ruleSet }: RuleSetDocument,
  { phase, setting }: { phase?: string; setting?: RuleSetSetting },
) {
  const shared = phase && ruleSet.phases.length ? { phase } : undefined;
  return shared || setting?.override
    ? { ...shared, ...setting?.override }
    : undefined;
}

function digestOf(text: string, override: object | undefined): string {
  return createHash('sha256')
    .update(JSON.stringify([text, override ?? null]))
    .digest('base64url');
}
