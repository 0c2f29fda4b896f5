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

/** A fact within its group. */
type Field = { name: string; type: FactType; own: string };

type GroupType = new () => Record<string, unknown>;

/** A group with its facts, and where in the group above it goes. */
type Group = {
  Type: GroupType;
  parent: string;
  own: string;
  fields: readonly Field[];
};

/**
 * The typed environment of the expressions about one kind of subject, made
 * from its declared facts and the parameters of a rule set.
 */
export class FactScope {
  readonly environment: Environment;
  readonly #facts: FactDeclarations;
  /** By their names, each after the one it is in. */
  readonly #groups = new Map<string, Group>();
  readonly #parameters: Parameters;
  readonly #parameterGroup: Record<string, unknown>;

  constructor(facts: FactDeclarations, parameters: Parameters) {
    this.#facts = facts;
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
    const given = new Map<string, unknown>([['', facts]]);
    const values = new Map<string, unknown>();
    const refusals = new Map<string, string>();
    for (const [group, { Type, parent, own, fields }] of this.#groups) {
      const made = new Type();
      const source = valueIn(given.get(parent), own);
      groups[group] = made;
      given.set(group, source);
      if (parent) {
        groups[parent][own] = made;
      }
      for (const field of fields) {
        const value = valueIn(source, field.own);
        if (value === null || value === undefined) {
          continue;
        }
        const refusal = refusalOf(value, field.type);
        if (refusal) {
          refusals.set(field.name, refusal);
          continue;
        }
        values.set(field.name, value);
        made[field.own] =
          field.type === 'int' ? BigInt(value as number) : value;
      }
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
    const inner = [...groups].sort((a, b) => b.length - a.length);
    const types = inner.map(group => this.#declare(group, fieldsOf(group)));
    for (const [index, group] of [...inner.entries()].reverse()) {
      const [parent, own] = splitName(group);
      const fields = names
        .map(name => [name, ...splitName(name)] as const)
        .filter(([, of]) => of === group)
        .map(([name, , last]) => ({
          name,
          type: this.#facts[name].type,
          own: last,
        }));
      this.#groups.set(group, { Type: types[index], parent, own, fields });
    }
  }

  /** Values of a class go in as they are; plain objects would be copied. */
  #declare(name: string, fields: Record<string, string>): GroupType {
    const Type = class {} as GroupType;
    const type = `facts.${name}`;
    this.environment.registerType(type, { ctor: Type, fields });
    if (!name.includes('.')) {
      this.environment.registerVariable(name, type);
    }
    return Type;
  }
}

function splitName(name: string): [group: string, own: string] {
  const dot = name.lastIndexOf('.');
  return [name.slice(0, Math.max(dot, 0)), name.slice(dot + 1)];
}

function valueIn(group: unknown, own: string): unknown {
  return typeof group === 'object' &&
    group !== null &&
    Object.hasOwn(group, own)
    ? (group as Record<string, unknown>)[own]
    : undefined;
}

function mapValues<V, R>(
  record: Readonly<Record<string, V>>,
  change: (value: V) => R,
): Record<string, R> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, change(value)]),
  );
}
