import { DataProductWarning } from '../kind';
import { RuleSetOutline, Severity, severities } from '../results';
import { OpenRule, openRulesOf } from './openRules';
import { inOrder } from './inOrder';
import { requiredRules } from './requiredRules';
import { SetAside, ToDoEntry, ToDoFault, ToDoList, ToDoResult } from './ToDo';
import { takeWarnings } from './takeWarnings';
import { CatalogFile, yamlToAdd } from './yamlToAdd';

/**
 * What the to-do list of an entity is made from.
 *
 * @public
 */
export type ToDoInput = {
  /** Of the rule sets, for the kind of the entity. */
  outlines: readonly RuleSetOutline[];
  /** Results without an outline are left out. */
  results: readonly {
    ruleSet: string;
    level?: number;
    target?: number | null;
    dimensions?: Readonly<Record<string, number>>;
    results: readonly ToDoResult[];
  }[];
  /** What is to be mended in the catalog file. */
  warnings?: readonly DataProductWarning[];
  /** The entity, for what to write into its file. */
  entity?: CatalogFile;
};

/**
 * Brings rules, open points and warnings together, so that what means the same
 * is one thing to do, once.
 *
 * A rule that waits for others is no entry: it counts in `unblocks` of what it
 * waits for. An open point that a rule covers, and a warning about a field that
 * a rule is about, belong to that rule. What the level of the target needs
 * comes first, then by level, `must` before `should`, and what most others
 * wait for.
 *
 * @public
 */
export function toDoList(input: ToDoInput): ToDoList {
  const sets = input.results.flatMap(result => {
    const outline = input.outlines.find(({ id }) => id === result.ruleSet);
    return outline ? [{ outline, ...result }] : [];
  });
  const ranked = sets.filter(({ outline }) => outline.levels.length > 0);
  const open = ranked.flatMap(set => openRulesOf(set.outline, set.results));
  const faults = sets
    .filter(({ outline }) => !outline.levels.length)
    .flatMap(set => openRulesOf(set.outline, set.results));

  const left = faults.filter(fault => {
    const covering = coverOf(fault, ranked, open);
    for (const rule of covering.rules) {
      rule.faults.push(asFault(fault));
    }
    return !covering.isSettled;
  });

  const required = requiredRules(ranked);
  const entries = [...open, ...left]
    .filter(({ state }) => state === 'entry')
    .map((rule): ToDoEntry => {
      const own = entryOf(rule);
      const isRequired = [rule, ...rule.waiting].some(some =>
        required.has(keyOf(some)),
      );
      return { ...own, isRequired };
    });
  const warned = takeWarnings(entries, input.warnings ?? []);
  const horizon = Math.max(
    0,
    ...ranked.map(({ target, level }) => target ?? level ?? 0),
  );
  return {
    entries: inOrder(warned, horizon).map(entry => {
      const yaml =
        (input.entity &&
          entry.rule?.write &&
          yamlToAdd(entry.rule.write, input.entity)) ??
        entry.warnings.find(warning => warning.yaml)?.yaml;
      return yaml === undefined ? entry : { ...entry, yaml };
    }),
    setAside: [...open, ...left]
      .filter(({ state }) => state === 'set-aside')
      .map(setAsideOf),
  };
}

/** The rules that restate a fault, and whether it is told with them. */
function coverOf(
  fault: OpenRule,
  ranked: readonly {
    outline: RuleSetOutline;
    results: readonly ToDoResult[];
  }[],
  open: readonly OpenRule[],
): { rules: OpenRule[]; isSettled: boolean } {
  const covers = ({ rule }: Pick<OpenRule, 'rule'>) =>
    rule.covers.includes(fault.rule.code);
  const covering = open.filter(covers);
  const first =
    covering.find(({ state }) => state === 'entry') ??
    covering.find(({ state }) => state === 'waiting') ??
    covering.find(({ state }) => state === 'set-aside');
  if (first) {
    const rules = first.state === 'waiting' ? first.waitsFor : [first];
    return { rules, isSettled: true };
  }
  // What a rule says is in order does not become a question again.
  const isMet = ranked.some(({ outline, results }) =>
    outline.rules.some(
      rule =>
        covers({ rule }) &&
        results.some(
          ({ rule: id, status }) => id === rule.id && status === 'pass',
        ),
    ),
  );
  return {
    rules: [],
    isSettled: isMet && fault.result.status === 'unknown',
  };
}

function asFault({ outline, rule, result }: OpenRule): ToDoFault {
  const { severity, reason, since } = result;
  return { ruleSet: outline.id, rule, severity, reason, since };
}

function entryOf(open: OpenRule): Omit<ToDoEntry, 'isRequired'> {
  const { outline, rule, result, faults } = open;
  return {
    id: `${outline.id}/${rule.id}`,
    kind: outline.levels.length ? 'rule' : 'fault',
    ruleSet: outline.id,
    rule,
    title: rule.title,
    why: rule.why,
    fix: rule.fix,
    reason: result.reason,
    since: result.since,
    status: result.status === 'unknown' ? 'unknown' : 'to-do',
    level: rule.level,
    severity: mostUrgent([result, ...faults].map(({ severity }) => severity)),
    unblocks: open.waiting.length,
    faults,
    warnings: [],
  };
}

function setAsideOf({ outline, rule, result, faults }: OpenRule): SetAside {
  const { waivedUntil: until, reason } = result;
  return { ruleSet: outline.id, rule, until, reason, faults };
}

function mostUrgent(
  some: readonly (Severity | undefined)[],
): Severity | undefined {
  return severities.find(severity => some.includes(severity));
}

function keyOf({ outline, rule }: OpenRule): string {
  return `${outline.id}/${rule.id}`;
}
