/**
 * The types a fact may have. Records are digested into facts of these types
 * (counts, shares, lists of words), so that rules stay simple.
 *
 * @public
 */
export type FactType = 'bool' | 'int' | 'double' | 'string' | 'list<string>';

/**
 * What a fact of a type holds in TypeScript. An `int` is a whole number.
 *
 * @public
 */
export type FactValueOf<T extends FactType> = {
  bool: boolean;
  int: number;
  double: number;
  string: string;
  'list<string>': readonly string[];
}[T];

/**
 * How a number is told in words: a `share` (0.8) as “80 %”, `days` as “12
 * days”, and `days ago` as the day it is counted from (“Its last review:
 * 2026-01-31”), because a text that names an age would be outdated tomorrow.
 *
 * @public
 */
export type FactUnit = 'share' | 'days' | 'days ago';

/**
 * One fact, declared once: the typed environment of the rules, the TypeScript
 * type and the documentation come from it.
 *
 * @public
 */
export interface FactDeclaration<T extends FactType = FactType> {
  type: T;
  /**
   * What it tells, as words that a value can follow: “A team that is in the
   * catalog owns it” (yes), “Share of the contract's fields that are
   * described” (80 %).
   */
  description: string;
  /** What else is to be known of it, for the documentation. */
  note?: string;
  /** Where it comes from, in a word or two: catalog, contract, evidence. */
  source: string;
  /** A value as it might be, for the documentation. */
  example: FactValueOf<T>;
  unit?: FactUnit;
}

/**
 * Facts by their names with dots, such as `owner.exists`.
 *
 * @public
 */
export type FactDeclarations = Readonly<Record<string, FactDeclaration>>;

/**
 * The facts whose names begin with a path, which ends with a dot.
 *
 * @public
 */
export type NestedFacts<D extends FactDeclarations, Path extends string> = {
  [Name in NextName<
    keyof D & string,
    Path
  >]: D[`${Path}${Name}`] extends FactDeclaration<infer T>
    ? FactValueOf<T> | null
    : NestedFacts<D, `${Path}${Name}.`>;
};

/**
 * The next part of the names that begin with a path.
 *
 * @public
 */
export type NextName<
  Name extends string,
  Path extends string,
> = Name extends `${Path}${infer Rest}`
  ? Rest extends `${infer First}.${string}`
    ? First
    : Rest
  : never;

/**
 * The facts of a subject, nested by the dots of their names. Null is what a
 * source cannot tell: a rule that depends on it is unknown, never met.
 *
 * @example
 * ```ts
 * type ProductFacts = FactsOf<typeof productFacts>;
 * const facts: ProductFacts = { owner: { exists: true, kind: null } };
 * ```
 *
 * @public
 */
export type FactsOf<D extends FactDeclarations> = NestedFacts<D, ''>;

/**
 * One fact for {@link declareFacts}; it makes sure that the example is of the
 * fact's type.
 *
 * @public
 */
export function fact<const T extends FactType>(
  declaration: FactDeclaration<T>,
): FactDeclaration<T> {
  return declaration;
}

const NAME = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/;

/** First parts of names that mean something else in a rule. */
const TAKEN = new Set(
  'as bool break bytes cel const continue double dyn else false for function google if import in int let list loop map namespace null optional package param prototype return string true type uint var void while'.split(
    ' ',
  ),
);

/**
 * Declares the facts of a kind of subject.
 *
 * @throws Error if a name is not of the form `group.name`, starts with a word
 * that means something else in a rule, or is a fact and a group at once
 *
 * @public
 */
export function declareFacts<const D extends FactDeclarations>(
  declarations: D,
): D {
  const names = Object.keys(declarations);
  for (const name of names) {
    if (!NAME.test(name)) {
      throw new Error(
        `“${name}” is no name for a fact: it must be of the form group.name, each part in camel case.`,
      );
    }
    const [group] = name.split('.', 1);
    if (TAKEN.has(group)) {
      throw new Error(
        `The fact “${name}” cannot start with “${group}”, which means something else in a rule.`,
      );
    }
    const inside = names.find(other => other.startsWith(`${name}.`));
    if (inside) {
      throw new Error(
        `“${name}” cannot be a fact, because “${inside}” makes it a group.`,
      );
    }
  }
  return declarations;
}
