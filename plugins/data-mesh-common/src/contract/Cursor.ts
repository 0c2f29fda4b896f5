import { Node, isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import { Problems } from './Problems';
import { YamlText } from './readYaml';

/** How many list elements and keys are read of one text, aliases followed. */
const BUDGET = 100_000;

/** What the cursors over one text share. */
export type CursorContext = {
  yaml: YamlText;
  problems: Problems;
  budget: number;
};

type NamedValue = { name: string; value: string };

/**
 * A place in a YAML text that reads what is expected there, whatever there
 * is. What is of the wrong shape reads as absent and leaves a problem with
 * its path, line and column; null and empty text are absent.
 */
export class Cursor {
  static root(yaml: YamlText, problems: Problems): Cursor {
    const context = { yaml, problems, budget: BUDGET };
    return new Cursor(context, yaml.root ?? undefined, '', 0);
  }

  readonly path: string;
  readonly #context: CursorContext;
  readonly #node: Node | undefined;
  readonly #offset: number;
  #entries: Map<string, Node> | undefined;

  private constructor(
    context: CursorContext,
    node: unknown,
    path: string,
    parentOffset: number,
  ) {
    this.#context = context;
    this.path = path;
    this.#offset = (isNode(node) && node.range?.[0]) || parentOffset;
    this.#node = follow(node, context.yaml);
  }

  get isAbsent(): boolean {
    const node = this.#node;
    return (
      !node ||
      (isScalar(node) &&
        (node.value === null ||
          (typeof node.value === 'string' && node.value.trim() === '')))
    );
  }

  get isList(): boolean {
    return isSeq(this.#node);
  }

  get isMap(): boolean {
    return isMap(this.#node);
  }

  /** What is here, in a word for a message. */
  get shape(): string {
    if (this.isAbsent) return 'nothing';
    if (this.isMap) return 'a group of keys';
    if (this.isList) return 'a list';
    return 'a single value';
  }

  problem(message: string) {
    this.#context.problems.add(message, {
      offset: this.#offset,
      path: this.path,
    });
  }

  has(key: string): boolean {
    return this.#map().has(key);
  }

  get(key: string): Cursor {
    const path = this.path ? `${this.path}.${key}` : key;
    const node = this.#map().get(key);
    return new Cursor(this.#context, node, path, this.#offset);
  }

  /** All keys except the named ones. */
  rest(...except: string[]): [string, Cursor][] {
    return [...this.#map().keys()]
      .filter(key => !except.includes(key))
      .map(key => [key, this.get(key)]);
  }

  /** The elements of a list; none when it is absent. */
  list(key: string): Cursor[] {
    const list = this.get(key);
    const node = list.#node;
    if (list.isAbsent) {
      return [];
    }
    if (!isSeq(node)) {
      list.#wrong('a list');
      return [];
    }
    if (node.items.length > this.#context.budget) {
      list.problem(
        `“${list.path}” is left out: the contract holds more than ${BUDGET} entries.`,
      );
      return [];
    }
    this.#context.budget -= node.items.length;
    return node.items.map(
      (item, index) =>
        new Cursor(this.#context, item, `${list.path}[${index}]`, list.#offset),
    );
  }

  /** The elements of a list that are groups of keys, as they should be. */
  maps(key: string): Cursor[] {
    return this.list(key).filter(item => {
      if (!item.isMap) {
        item.#wrong('a group of keys');
      }
      return item.isMap;
    });
  }

  /** A single value as it is written: `4.10` stays `4.10`. */
  text(key: string): string | undefined {
    const cursor = this.get(key);
    if (cursor.isAbsent) {
      return undefined;
    }
    const node = cursor.#node;
    if (!isScalar(node)) {
      cursor.#wrong('a single value');
      return undefined;
    }
    return scalarText(node);
  }

  texts(key: string): string[] {
    return this.list(key).flatMap(item => {
      const text = item.render();
      return text === '' ? [] : [text];
    });
  }

  flag(key: string): boolean {
    const text = this.text(key)?.toLocaleLowerCase('en-US');
    if (text === undefined || /^(false|no|off)$/.test(text)) {
      return false;
    }
    if (/^(true|yes|on)$/.test(text)) {
      return true;
    }
    this.get(key).#wrong('true or false');
    return false;
  }

  /** Keys and values of a group, each value on one line. */
  namedValues(key: string, ...except: string[]): NamedValue[] {
    const group = key ? this.get(key) : this;
    if (group.isAbsent) {
      return [];
    }
    if (!group.isMap) {
      group.#wrong('a group of keys');
      return [];
    }
    return group
      .rest(...except)
      .map(([name, value]) => ({ name, value: value.render() }))
      .filter(({ value }) => value !== '');
  }

  /** Whatever is here on one line; deep and long values are cut. */
  render(depth = 0): string {
    if (isScalar(this.#node)) {
      return scalarText(this.#node);
    }
    if (depth > 3) {
      return '…';
    }
    const parts: string[] = [];
    if (isSeq(this.#node)) {
      for (const item of this.#spend(this.#node.items)) {
        const cursor = new Cursor(this.#context, item, this.path, this.#offset);
        parts.push(cursor.render(depth + 1));
      }
    } else if (this.isMap) {
      for (const [key, value] of this.#spend(this.rest())) {
        parts.push(`${key}: ${value.render(depth + 1)}`);
      }
    }
    const line = parts.join(', ');
    return line.length > 1000 ? `${line.slice(0, 1000)}…` : line;
  }

  /** As many of the items as are read to show a value on one line. */
  #spend<T>(items: readonly T[]): readonly T[] {
    const some = items.slice(0, Math.min(50, this.#context.budget));
    this.#context.budget -= some.length;
    return some;
  }

  #wrong(expected: string) {
    this.problem(
      `“${this.path || 'The contract'}” must be ${expected} but is ${
        this.shape
      }, so it is left out.`,
    );
  }

  #map(): Map<string, Node> {
    this.#entries ??= entriesOf(this.#node, this.#context.yaml);
    return this.#entries;
  }
}

function follow(node: unknown, yaml: YamlText): Node | undefined {
  const target = isAlias(node) ? yaml.aliases.get(node) : node;
  return isNode(target) ? target : undefined;
}

function scalarText(node: { value: unknown; source?: string }): string {
  if (typeof node.value === 'string') {
    return node.value.trim();
  }
  if (node.value === null || node.value === undefined) {
    return '';
  }
  return (node.source ?? String(node.value)).trim();
}

/** The last of equal keys wins; `<<` fills in what is not written. */
function entriesOf(
  node: Node | undefined,
  yaml: YamlText,
  depth = 0,
): Map<string, Node> {
  const own = new Map<string, Node>();
  const merged = new Map<string, Node>();
  if (!isMap(node) || depth > 10) {
    return own;
  }
  for (const { key, value } of node.items) {
    const keyNode = follow(key, yaml);
    const name = isScalar(keyNode) ? scalarText(keyNode) : '';
    if (name === '<<') {
      const base = follow(value, yaml);
      for (const source of isSeq(base) ? base.items.slice(0, 10) : [base]) {
        const entries = entriesOf(follow(source, yaml), yaml, depth + 1);
        for (const [inherited, inheritedValue] of entries) {
          if (!merged.has(inherited)) {
            merged.set(inherited, inheritedValue);
          }
        }
      }
    } else if (isNode(value)) {
      own.set(name, value);
    }
  }
  return merged.size ? new Map([...merged, ...own]) : own;
}
