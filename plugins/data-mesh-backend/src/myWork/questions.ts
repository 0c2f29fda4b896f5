import {
  MyWork,
  OutlineRule,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Outlines, subjectOf } from '../resultViews/Outlines';
import { Subject } from './Subject';

/** A question that waits for an answer. */
export type Question = Omit<MyWork['questions'][number], 'entity'> & {
  ref: string;
};

type Ranked = Question & { rank: [level: number, weight: number] };

/**
 * The questions that nobody has answered, or whose answer is too old, to those
 * who may answer them; each once, the lowest level first. What is asked for a
 * level that lies beyond the next one, or the target, is not asked yet.
 */
export function questionsFor(
  subjects: readonly Subject[],
  outlines: Outlines,
): Question[] {
  return subjects
    .flatMap(subject => questionsAbout(subject, outlines))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1])
    .map(({ rank: _rank, ...question }) => question);
}

function questionsAbout(subject: Subject, outlines: Outlines): Ranked[] {
  const { ref, roles, results } = subject;
  const questions = new Map<string, Ranked>();
  for (const { ruleSet, results: rules, ...level } of results) {
    const outline = outlines.of(ruleSet, subjectOf(ref) ?? '');
    const unknown = new Map(
      rules
        .filter(({ status }) => status === 'unknown')
        .map(result => [result.rule, result]),
    );
    for (const rule of outline?.rules ?? []) {
      const { ask } = rule;
      const result = unknown.get(rule.id);
      if (
        ask &&
        result &&
        ask.who.some(role => (roles as ReadonlySet<string>).has(role)) &&
        isAskedNow(rule, level) &&
        !questions.has(ask.key)
      ) {
        questions.set(ask.key, {
          ref,
          ruleSet,
          rule: rule.id,
          code: rule.code,
          key: ask.key,
          text: ask.text,
          value: ask.value ?? 'yes-no',
          choices: ask.choices,
          reason: result.reason,
          rank: [rule.level ?? 0, rule.weight === 'must' ? 0 : 1],
        });
      }
    }
  }
  return [...questions.values()];
}

function isAskedNow(
  { level, dimension, rollout }: OutlineRule,
  reached: {
    level?: number;
    target?: number | null;
    dimensions?: Readonly<Record<string, number>>;
  },
): boolean {
  const now =
    dimension === undefined ? reached.level : reached.dimensions?.[dimension];
  return (
    rollout !== 'draft' &&
    (level ?? 0) <= Math.max(now ?? 0, reached.target ?? 0) + 1
  );
}
