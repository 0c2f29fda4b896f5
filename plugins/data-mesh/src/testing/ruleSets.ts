import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  EntityResults,
  EntityRuleSetResults,
  RuleSetInForce,
  RuleSetList,
  StoredResult,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  loadRuleSet,
  outlineOf,
  vocabulary,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { link } from './products';

const folder = join(
  dirname(
    require.resolve(
      '@backstage-data-mesh/plugin-data-mesh-common/package.json',
    ),
  ),
  'rulesets',
);

const subjects: Record<string, string[]> = {
  'data-product-maturity': ['DataProduct'],
  'domain-maturity': ['Domain'],
  'ownership-faults': ['DataProduct', 'Domain'],
};

let known: RuleSetList | undefined;

/** The rule sets that ship, as the backend tells of them. */
export function ruleSets(): RuleSetList {
  known ??= { items: Object.keys(subjects).map(inForce) };
  return known;
}

function inForce(id: string): RuleSetInForce {
  const file = `${id}.yaml`;
  const text = readFileSync(join(folder, file), 'utf8');
  const { ruleSet, problems } = loadRuleSet(text, { file, vocabulary });
  if (!ruleSet) {
    throw new Error(JSON.stringify(problems));
  }
  return {
    id,
    outlines: subjects[id].map(subject =>
      outlineOf(ruleSet, '2026-11-21', subject),
    ),
    origin: 'default',
    changed: false,
    loadedAt: '2026-11-21T08:00:00Z',
    problems: [],
    notMeasured: [],
  };
}

/**
 * Results of an entity: all rules pass unless said otherwise, by code.
 */
export function resultsOf(
  ref: string,
  title: string,
  changes: Record<string, Partial<StoredResult>> = {},
  more: Partial<EntityResults> = {},
): EntityResults {
  const [kind] = ref.split(':');
  const items = ruleSets().items.flatMap(({ outlines }) =>
    outlines
      .filter(({ subject }) => subject.toLocaleLowerCase('en-US') === kind)
      .map(
        (outline): EntityRuleSetResults => ({
          ruleSet: outline.id,
          version: outline.version,
          notes: [],
          since: null,
          results: outline.rules.map(rule => ({
            rule: rule.id,
            code: rule.code,
            weight: rule.weight,
            status: 'pass',
            counted: rule.counted,
            since: null,
            ...changes[rule.code],
          })),
        }),
      ),
  );
  return {
    entity: link(ref, title),
    items,
    may: { answer: [], askForWaiver: false, decideWaivers: false },
    ...more,
  };
}
