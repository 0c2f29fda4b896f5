import {
  MyWork,
  severities,
  ToDoEntry,
  toDoList,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Outlines, subjectOf } from '../resultViews/Outlines';
import { Question } from './questions';
import { Subject } from './Subject';

/** What a person can do for an entity. */
export type Fix = Omit<MyWork['fixes'][number], 'entity'> & { ref: string };

type Item = Fix['items'][number];
type Ranked = Fix & { rank: number };

/** What a warning has in place of a rule set. */
const CATALOG_FILE = 'catalog-file';
const MOST_ITEMS = 3;

/**
 * What is to do for the entities that a person answers for, the most urgent
 * first: what a target needs, open points, and warnings about catalog files.
 * What could be next is left out, and so is what the person is asked already.
 */
export function fixesOf(
  subjects: readonly Subject[],
  questions: readonly Question[],
  outlines: Outlines,
): Fix[] {
  const asked = new Set(
    questions.map(({ ref, ruleSet, rule }) => `${ref} ${ruleSet}/${rule}`),
  );
  return subjects
    .flatMap((subject): Ranked[] => {
      const { ref, results, warnings } = subject;
      const { entries } = toDoList({
        outlines: outlines.about(subjectOf(ref) ?? ''),
        results,
        warnings,
      });
      const due = entries.filter(
        entry => isDue(entry) && !asked.has(`${ref} ${entry.id}`),
      );
      const placed = results.find(({ target }) => target !== undefined);
      return due.length
        ? [
            {
              ref,
              level: placed?.level,
              target: placed?.target,
              total: due.length,
              items: due.slice(0, MOST_ITEMS).map(toItem),
              rank: Math.min(...due.map(urgencyOf)),
            },
          ]
        : [];
    })
    .sort((a, b) => a.rank - b.rank || b.total - a.total)
    .map(({ rank: _rank, ...fix }) => fix);
}

/** A draft is shown where the rules are, and asks nothing of anybody. */
function isDue({ isRequired, severity, kind, rule }: ToDoEntry): boolean {
  return (
    rule?.rollout !== 'draft' &&
    (isRequired || severity !== undefined || kind === 'warning')
  );
}

function urgencyOf({ severity, isRequired }: ToDoEntry): number {
  const required = isRequired ? 1 : severities.length;
  return severity ? Math.min(required, severities.indexOf(severity)) : required;
}

function toItem(entry: ToDoEntry): Item {
  const { ruleSet, rule, warnings, title, fix, reason } = entry;
  return {
    ruleSet: ruleSet ?? CATALOG_FILE,
    rule: rule?.id ?? entry.id,
    code: rule?.code ?? warnings[0]?.code ?? '',
    title,
    fix,
    reason,
    since: entry.since ?? null,
    severity: entry.severity,
  };
}
