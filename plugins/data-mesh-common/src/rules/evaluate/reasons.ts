import { Clause, Judgement } from '../cel/Condition';
import { FactContext, FactScope } from '../cel/FactScope';
import { Parameter, valueIn } from '../set/Parameter';
import { tellValue } from './tell';

/** Puts into words what decided a condition. */
export class Reasons {
  readonly #scope: FactScope;
  readonly #context: FactContext;
  readonly #parameters: Readonly<Record<string, Parameter>>;
  readonly #phase: string | undefined;
  readonly #today: string;

  constructor(
    scope: FactScope,
    context: FactContext,
    set: {
      parameters: Readonly<Record<string, Parameter>>;
      phase?: string | undefined;
    },
    today: string,
  ) {
    this.#scope = scope;
    this.#context = context;
    this.#parameters = set.parameters;
    this.#phase = set.phase;
    this.#today = today;
  }

  /** The facts that clauses read and, where they are short, the thresholds. */
  ofClauses(clauses: readonly Clause[]): string {
    const facts = unique(clauses.flatMap(clause => clause.facts));
    const parameters = unique(clauses.flatMap(clause => clause.parameters));
    const told = facts.map(
      name => `${this.#scope.fact(name)?.description}: ${this.#tellFact(name)}`,
    );
    const asked = parameters.flatMap(name => this.#tellParameter(name));
    if (!told.length) {
      return `It does not hold: ${clauses.map(({ text }) => text).join(', ')}.`;
    }
    return `${told.join('; ')}${asked.length ? ` (${asked.join('; ')})` : ''}.`;
  }

  ofUnknown(judgement: Judgement & { outcome: 'unknown' }): string {
    const { lacks, errors } = judgement;
    if (!lacks.length) {
      return `It cannot be judged: ${unique(errors).join('; ')}.`;
    }
    const told = lacks.map(name => {
      const refusal = this.#context.refusalOf(name);
      return `${this.#scope.fact(name)?.description} (${name}${
        refusal ? `: ${refusal}` : ''
      })`;
    });
    return `Not known: ${told.join('; ')}.`;
  }

  #tellFact(name: string): string {
    const value = this.#context.valueOf(name);
    return value === undefined
      ? 'not known'
      : tellValue(value, this.#scope.fact(name)?.unit, this.#today);
  }

  #tellParameter(name: string): string[] {
    if (!Object.hasOwn(this.#parameters, name)) {
      return [];
    }
    const parameter = this.#parameters[name];
    const value = valueIn(parameter, this.#phase);
    return typeof value === 'object'
      ? []
      : [
          `${parameter.description}: ${tellValue(
            value,
            parameter.unit,
            this.#today,
          )}`,
        ];
  }
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
