import { LevelOutline } from '../../results';
import { CompiledRuleSet, CompiledSubject } from '../compile/CompiledRuleSet';
import { rolloutOf } from './rolloutOf';

/** What the rules about a kind of subject are on a day, for each subject. */
export type Agenda = {
  /** Titles of the rules, by id. */
  titles: ReadonlyMap<string, string>;
  /** How far each rule is rolled out, by id. */
  rollouts: ReadonlyMap<string, ReturnType<typeof rolloutOf>>;
  outline: LevelOutline;
};

const agendas = new WeakMap<CompiledSubject, Agenda & { today: string }>();

/** It is made once a day: thousands of subjects are judged by the same. */
export function agendaOf(
  { ruleSet }: CompiledRuleSet,
  subject: CompiledSubject,
  today: string,
): Agenda {
  const known = agendas.get(subject);
  if (known?.today === today) {
    return known;
  }
  const { levels, dimensions, promotion } = ruleSet;
  const { rules } = subject;
  const agenda = {
    today,
    titles: new Map(rules.map(({ rule }) => [rule.id, rule.title])),
    rollouts: new Map(
      rules.map(({ rule }) => [rule.id, rolloutOf(rule, today)]),
    ),
    outline: {
      levels,
      dimensions,
      promotion,
      rules: rules.map(({ rule, level }) => ({
        id: rule.id,
        weight: rule.weight ?? 'must',
        level,
        dimension: rule.dimension,
        counted: rolloutOf(rule, today).counted,
      })),
    },
  };
  agendas.set(subject, agenda);
  return agenda;
}
