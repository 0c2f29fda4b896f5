import { Config } from '@backstage/config';
import {
  checkCovers,
  RuleSetProblem,
  tellRuleSetProblem,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { LoadedRuleSet, loadConfigured } from './loadConfigured';
import {
  configOf,
  readRuleSetsConfig,
  RuleSetsConfig,
  ruleSetIds,
} from './ruleSetsConfig';
import { RuleSetText, RuleSetTexts, tellReadError } from './RuleSetTexts';

/** The rule sets as they would be, and what speaks against them. */
export type Attempt = {
  /** By id; one that is broken is as it was, if it was. */
  sets: ReadonlyMap<string, LoadedRuleSet>;
  texts: ReadonlyMap<string, RuleSetText>;
  /** What is wrong, and with which sets. */
  problems: readonly { ids: readonly string[]; message: string }[];
};

/**
 * Reads and checks all rule sets as configured. Each is read by itself; only
 * when they do not fit together none of them changes.
 */
export async function attemptRuleSets(options: {
  config: Config;
  texts: RuleSetTexts;
  inForce?: ReadonlyMap<string, LoadedRuleSet>;
}): Promise<Attempt> {
  const { inForce = new Map<string, LoadedRuleSet>() } = options;
  const config = readRuleSetsConfig(options.config);
  const texts = new Map<string, RuleSetText>();
  const sets = new Map<string, LoadedRuleSet>();
  const problems = config.problems.map(problem => ({
    ids: idsOf(problem),
    message: tellRuleSetProblem(problem),
  }));

  for (const id of ruleSetIds) {
    const known = inForce.get(id);
    const read = await readOne(id, config, options.texts);
    const next = read.loaded ?? known;
    if (next) {
      sets.set(id, next);
    }
    if (read.text) {
      texts.set(id, read.text);
    }
    problems.push(
      ...read.problems.map(problem => ({
        ids: [id],
        message: tellRuleSetProblem(problem),
      })),
    );
  }

  const isWhole = sets.size === ruleSetIds.length;
  const unfit = isWhole
    ? checkCovers([...sets.values()].map(({ ruleSet }) => ruleSet))
    : [];
  if (unfit.length > 0) {
    const newer = ruleSetIds.filter(
      id => sets.get(id)?.digest !== inForce.get(id)?.digest,
    );
    return {
      sets: inForce,
      texts,
      problems: [
        ...problems,
        ...unfit.map(problem => ({
          ids: newer,
          message: tellRuleSetProblem(problem),
        })),
      ],
    };
  }
  return { sets, texts, problems };
}

async function readOne(
  id: string,
  config: RuleSetsConfig,
  texts: RuleSetTexts,
): Promise<{
  text?: RuleSetText;
  loaded?: LoadedRuleSet;
  problems: RuleSetProblem[];
}> {
  if (config.problems.some(({ file }) => file === configOf(id))) {
    return { problems: [] };
  }
  const setting = config.settings.get(id);
  try {
    const text = await texts.read(id, setting?.source);
    const configured = { phase: config.phase, setting };
    return { text, ...loadConfigured(id, text, configured) };
  } catch (error) {
    return {
      problems: [{ file: configOf(id), message: tellReadError(error) }],
    };
  }
}

/** What is wrong with no set alone is told with each. */
function idsOf({ file }: RuleSetProblem): readonly string[] {
  const own = ruleSetIds.filter(id => file === configOf(id));
  return own.length > 0 ? own : ruleSetIds;
}
