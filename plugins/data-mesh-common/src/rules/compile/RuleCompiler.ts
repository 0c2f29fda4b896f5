import { Severity } from '../../results';
import { Condition } from '../cel/Condition';
import { FactScope } from '../cel/FactScope';
import { Parameter, ParameterValue, valueIn } from '../set/Parameter';
import { Rule, RuleSet, WAIVERS } from '../set/RuleSet';
import { Path } from '../../yaml/DocumentProblem';
import { RuleSetProblems } from '../set/RuleSetProblem';
import { CompiledRule, Question } from './CompiledRuleSet';
import { EvidenceKey, Vocabulary } from './Vocabulary';

/** The key that holds the answer to a question that names none. */
export function answerKey(rule: Pick<Rule, 'id'>): string {
  return `answer.${rule.id}`;
}

/** Compiles the rules about one kind of subject. */
export class RuleCompiler {
  readonly #set: RuleSet;
  readonly #scope: FactScope;
  readonly #evidence: Vocabulary['evidence'];
  readonly #problems: RuleSetProblems;

  constructor(
    set: RuleSet,
    scope: FactScope,
    evidence: Vocabulary['evidence'],
    problems: RuleSetProblems,
  ) {
    this.#set = set;
    this.#scope = scope;
    this.#evidence = evidence;
    this.#problems = problems;
  }

  condition(path: Path, source: string | undefined): Condition | undefined {
    if (source === undefined) {
      return undefined;
    }
    const result = Condition.compile(source, this.#scope);
    if ('condition' in result) {
      return result.condition;
    }
    for (const { message, lines } of result.problems) {
      this.#problems.add(path, message, lines);
    }
    return undefined;
  }

  compile(rule: Rule, index: number): CompiledRule {
    const at = (...path: Path): Path => ['rules', index, ...path];
    const severities: { severity: Severity; when?: string }[] =
      typeof rule.severity === 'string'
        ? [{ severity: rule.severity }]
        : rule.severity ?? [];
    const level = this.#set.levels.findIndex(({ id }) => id === rule.level);
    const ask = this.#question(rule, at('ask'));
    return {
      rule,
      level: level < 0 ? undefined : level,
      when: this.condition(at('when'), rule.when),
      pass: this.condition(at('pass'), rule.pass),
      needs: this.#needs(rule, ask, at('needs')),
      readsWaivers: rule.needs.includes(WAIVERS),
      ask,
      after: this.#references(rule.after, rule, at('after')),
      met: this.#references(this.#metOf(rule, at('met')), rule, at('met')),
      severities: severities.map(({ severity, when }, place) => ({
        severity,
        when: this.condition(at('severity', place, 'when'), when),
      })),
    };
  }

  /** The rule's own question, else the one of an evidence key it needs. */
  #question(rule: Rule, path: Path): Question | undefined {
    const { ask } = rule;
    const keys = rule.needs.map(keyOf).filter(key => key !== WAIVERS);
    if (!ask) {
      const key = keys.find(some => this.#known(some)?.ask);
      const known = key === undefined ? undefined : this.#known(key);
      return key !== undefined && known?.ask
        ? { ...known.ask, key, days: known.validDays }
        : undefined;
    }
    const isOwn = !rule.pass && !rule.met && !ask.key;
    const key = isOwn ? answerKey(rule) : ask.key ?? keys[0];
    const known = isOwn ? undefined : this.#evidenceKey(key, [...path, 'key']);
    return {
      text: ask.text,
      who: ask.who,
      key,
      days: this.#days(ask.days, [...path, 'days']) ?? known?.validDays,
    };
  }

  #needs(
    rule: Rule,
    ask: Question | undefined,
    path: Path,
  ): CompiledRule['needs'] {
    return rule.needs.flatMap((need, index) => {
      const key = keyOf(need);
      if (key === WAIVERS) {
        return [];
      }
      const known = this.#evidenceKey(key, [...path, index]);
      const isOwn = ask?.key === key;
      const days =
        typeof need === 'string'
          ? undefined
          : this.#days(need.days, [...path, index, 'days']);
      return [
        {
          key,
          days: days ?? (isOwn ? ask.days : undefined) ?? known?.validDays,
          isAsked: isOwn || known?.ask !== undefined,
        },
      ];
    });
  }

  #known(key: string): EvidenceKey | undefined {
    return Object.hasOwn(this.#evidence, key) ? this.#evidence[key] : undefined;
  }

  #evidenceKey(key: string, path: Path): EvidenceKey | undefined {
    const known = this.#known(key);
    if (known) {
      return known;
    }
    this.#problems.add(
      path,
      `There is no evidence key “${key}”. There are ${Object.keys(
        this.#evidence,
      ).join(', ')}.`,
    );
    return undefined;
  }

  /** The rules whose results it reads; the list may be a parameter. */
  #metOf(rule: Rule, path: Path): string[] {
    if (typeof rule.met !== 'string') {
      return rule.met ?? [];
    }
    const parameter = this.#parameter(rule.met, path);
    if (parameter && parameter.type !== 'list<string>') {
      this.#problems.add(path, `“${rule.met}” must be a list of rules.`);
      return [];
    }
    return (parameter?.value ?? []) as string[];
  }

  #days(days: number | string | undefined, path: Path): number | undefined {
    if (typeof days !== 'string') {
      return days;
    }
    const parameter = this.#parameter(days, path);
    if (!parameter) {
      return undefined;
    }
    const { type, value } = parameter;
    if (type !== 'int' || typeof value !== 'number' || value < 0) {
      this.#problems.add(path, `“${days}” must be a whole number of days.`);
      return undefined;
    }
    return value;
  }

  #parameter(
    reference: string,
    path: Path,
  ): { type: Parameter['type']; value: ParameterValue } | undefined {
    const name = reference.slice('param.'.length);
    if (!Object.hasOwn(this.#set.parameters, name)) {
      this.#problems.add(path, `The set has no parameter “${name}”.`);
      return undefined;
    }
    const parameter = this.#set.parameters[name];
    return {
      type: parameter.type,
      value: valueIn(parameter, this.#set.phase),
    };
  }

  /** Rules that are off are left out; they are not looked at. */
  #references(ids: readonly string[], rule: Rule, path: Path): string[] {
    const subjectOf = (some: Rule) => some.subject ?? this.#set.subject;
    return ids.filter(id => {
      const other = this.#set.rules.find(some => some.id === id);
      if (!other) {
        this.#problems.add(path, `There is no rule “${id}” in the set.`);
      } else if (subjectOf(other) !== subjectOf(rule)) {
        this.#problems.add(
          path,
          `The rule “${id}” is about a ${subjectOf(
            other,
          )}, this one about a ${subjectOf(rule)}.`,
        );
      }
      return other && !other.off;
    });
  }
}

function keyOf(need: Rule['needs'][number]): string {
  return typeof need === 'string' ? need : need.key;
}
