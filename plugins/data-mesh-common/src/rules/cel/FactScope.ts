import { Environment } from '@marcbachmann/cel-js';
import {
  FactDeclaration,
  FactDeclarations,
  FactType,
} from '../facts/declareFacts';
import { ParameterType, ParameterValue, toCel } from '../set/Parameter';
import { MAX_DEPTH, MAX_NODES } from './limits';
import { makeMatchesSafe } from './safeMatches';
import { refusalOf } from './refusalOf';

/** The parameters of a set as they hold in the phase it is in. */
export type Parameters = Readonly<
  Record<string, { type: ParameterType; value: ParameterValue }>
>;

/**
 * Facts nested by the dots of their names, as {@link FactsOf} types them.
 * Null, absent and unfit values are not known.
 *
 * @public
 */
export interface FactValues {
  readonly [name: string]: unknown;
}

/** The facts of one subject, ready for expressions. */
export interface FactContext {
  /** What expressions are run with. */
  readonly groups: Record<string, object>;
  /** A fact's value; undefined when it is not known. */
  valueOf(name: string): unknown;
  /** Why a fact that was given cannot be used. */
  refusalOf(name: string): string | undefined;
}

/** A fact, and where it goes. */
type Field = {
  name: string;
  type: FactType;
  path: readonly string[];
  group: string;
  own: string;
};

type Group = new () => Record<string, unknown>;

/**
 * The typed environment of the expressions about one kind of subject, made
 * from its declared facts and the parameters of a rule set.
 */
export class FactScope {
  readonly environment: Environment;
  readonly #facts: FactDeclarations;
  readonly #fields: readonly Field[];
  readonly #groups = new Map<string, Group>();
  readonly #parameters: Parameters;
  readonly #parameterGroup: Record<string, unknown>;

  constructor(facts: FactDeclarations, parameters: Parameters) {
    this.#facts = facts;
    this.#fields = Object.entries(facts).map(([name, { type }]) => {
      const [group, own] = splitName(name);
      return { name, type, path: name.split('.'), group, own };
    });
    this.#parameters = parameters;
    this.environment = new Environment({
      limits: { maxAstNodes: MAX_NODES, maxDepth: MAX_DEPTH },
    });
    this.#declareGroups();
    const Param = this.#declare(
      'param',
      mapValues(parameters, p => p.type),
    );
    this.#parameterGroup = new Param();
    for (const [name, { type, value }] of Object.entries(parameters)) {
      this.#parameterGroup[name] = toCel(value, type);
    }
    makeMatchesSafe(
      this.environment,
      name => Object.hasOwn(parameters, name) && parameters[name].value,
    );
  }

  fact(name: string): FactDeclaration | undefined {
    return Object.hasOwn(this.#facts, name) ? this.#facts[name] : undefined;
  }

  isGroup(name: string): boolean {
    return this.#groups.has(name);
  }

  /** The names that follow a group, for a message. */
  namesIn(group: string): string[] {
    const names =
      group === 'param'
        ? Object.keys(this.#parameters).map(name => `param.${name}`)
        : Object.keys(this.#facts);
    const inside = names
      .filter(name => group === '' || name.startsWith(`${group}.`))
      .map(name => name.slice(group === '' ? 0 : group.length + 1));
    return [...new Set(inside.map(name => name.split('.')[0]))];
  }

  contextOf(facts: FactValues): FactContext {
    const groups: Record<string, Record<string, unknown>> = {};
    for (const [name, Group] of this.#groups) {
      groups[name] = new Group();
    }
    for (const [name, group] of Object.entries(groups)) {
      const [parent, own] = splitName(name);
      if (parent) {
        groups[parent][own] = group;
      }
    }
    const values = new Map<string, unknown>();
    const refusals = new Map<string, string>();
    for (const { name, type, path, group, own } of this.#fields) {
      const value = valueAt(facts, path);
      if (value === null || value === undefined) {
        continue;
      }
      const refusal = refusalOf(value, type);
      if (refusal) {
        refusals.set(name, refusal);
        continue;
      }
      values.set(name, value);
      groups[group][own] = type === 'int' ? BigInt(value as number) : value;
    }
    return {
      groups: { ...groups, param: this.#parameterGroup },
      valueOf: name => values.get(name),
      refusalOf: name => refusals.get(name),
    };
  }

  /** A group's type needs the types of the groups within it. */
  #declareGroups() {
    const names = Object.keys(this.#facts);
    const groups = new Set(
      names.flatMap(name => {
        const words = name.split('.').slice(0, -1);
        return words.map((_, index) => words.slice(0, index + 1).join('.'));
      }),
    );
    const fieldsOf = (group: string) => {
      const fields: Record<string, string> = {};
      for (const own of this.namesIn(group)) {
        const name = `${group}.${own}`;
        fields[own] = this.fact(name)?.type ?? `facts.${name}`;
      }
      return fields;
    };
    for (const group of [...groups].sort((a, b) => b.length - a.length)) {
      this.#groups.set(group, this.#declare(group, fieldsOf(group)));
    }
  }

  /** Values of a class go in as they are; plain objects would be copied. */
  #declare(name: string, fields: Record<string, string>): Group {
    const Group = class {} as Group;
    const type = `facts.${name}`;
    this.environment.registerType(type, { ctor: Group, fields });
    if (!name.includes('.')) {
      this.environment.registerVariable(name, type);
    }
    return Group;
  }
}

function splitName(name: string): [group: string, own: string] {
  const dot = name.lastIndexOf('.');
  return [name.slice(0, Math.max(dot, 0)), name.slice(dot + 1)];
}

function valueAt(facts: FactValues, path: readonly string[]): unknown {
  let value: unknown = facts;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) {
      return undefined;
    }
    value = Object.hasOwn(value, key)
      ? (value as Record<string, unknown>)[key]
      : undefined;
  }
  return value;
}

function mapValues<V, R>(
  record: Readonly<Record<string, V>>,
  change: (value: V) => R,
): Record<string, R> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, change(value)]),
  );
}
