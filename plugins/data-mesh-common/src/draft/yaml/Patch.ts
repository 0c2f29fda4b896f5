import { JsonObject, JsonValue } from '@backstage/types';
import { Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import { isEqual, isObject } from '../json';
import { alignItems } from './alignItems';
import { Splices } from './Splices';
import { stringifyYaml } from './stringifyYaml';

/** Where a value stands: what it takes to write another in its place. */
type Place = {
  /** The first character of all that belongs to the entry. */
  start: number;
  /** How far the entry is indented. */
  indent: number;
  /** The value inside what {@link stringifyYaml} writes at this place. */
  wrap: (value: JsonValue) => JsonValue;
};

const KEY = /^[\w$.-]+$/;

/**
 * Finds the smallest changes that turn the values of a YAML text into others.
 * What stays the same is not touched, so that comments, order and the way
 * things are written stay, too.
 */
export class Patch {
  readonly #source: string;
  readonly #splices: Splices;

  constructor(source: string) {
    this.#source = source;
    this.#splices = new Splices(source);
  }

  /** Changes the root of a document. */
  change(node: Node | null, from: JsonValue, to: JsonValue) {
    const start = node?.range?.[0] ?? this.#source.length;
    this.#value(node, from, to, { start, indent: 0, wrap: value => value });
  }

  apply(): string {
    return this.#splices.apply();
  }

  #value(node: unknown, from: JsonValue, to: JsonValue, place: Place) {
    if (isEqual(from, to)) {
      return;
    }
    const done =
      (isBlock(node, isMap) &&
        isObject(from) &&
        isObject(to) &&
        this.#map(node, from, to)) ||
      (isBlock(node, isSeq) &&
        Array.isArray(from) &&
        Array.isArray(to) &&
        this.#list(node, from as JsonValue[], to as JsonValue[]));
    if (!done) {
      this.#replace(node, to, place);
    }
  }

  /** @returns false when the group must be written anew */
  #map(map: YAMLMap, from: JsonObject, to: JsonObject): boolean {
    const pairs = map.items.flatMap(pair => {
      const key = keyOf(pair);
      return key ? [{ pair, key, name: String(key.value) }] : [];
    });
    const names = pairs.map(({ name }) => name);
    const kept = pairs.filter(({ name }) => Object.hasOwn(to, name));
    const start = pairs[0]?.key.range?.[0];
    if (
      start === undefined ||
      kept.length === 0 ||
      pairs.length !== map.items.length ||
      !isEqual([...names].sort(), Object.keys(from).sort())
    ) {
      return false;
    }
    const indent = this.#column(start);
    // Behind the dash of a list.
    const isFirstInline = !this.#isBlank(this.#lineStart(start), start);
    const moveUp = isFirstInline ? pairs.indexOf(kept[0]) : 0;
    if (moveUp > 0) {
      this.#splices.replace(start, kept[0].key.range![0], '');
    }
    for (const { pair, key, name } of pairs.slice(moveUp)) {
      const begin = key.range![0];
      if (Object.hasOwn(to, name)) {
        this.#value(pair.value, from[name] ?? null, to[name] ?? null, {
          start: begin,
          indent,
          wrap: value => ({ [name]: value }),
        });
      } else {
        this.#removeLines(begin, endOfPair(pair));
      }
    }
    this.#addKeys(to, kept, names, { indent, isFirstInline });
    return true;
  }

  #addKeys(
    to: JsonObject,
    kept: { pair: Pair; key: Scalar; name: string }[],
    names: string[],
    options: { indent: number; isFirstInline: boolean },
  ) {
    const { indent, isFirstInline } = options;
    let previous: (typeof kept)[number] | undefined;
    for (const [name, value] of Object.entries(to)) {
      if (names.includes(name)) {
        previous = kept.find(other => other.name === name);
        continue;
      }
      const text = indented(
        stringifyYaml({ [name]: value }, styleAt(indent)),
        indent,
      );
      const after = previous ?? (isFirstInline ? kept[0] : undefined);
      this.#splices.insertLines(
        after
          ? this.#nextLine(endOfPair(after.pair))
          : this.#lineStart(kept[0].key.range![0]),
        text,
      );
    }
  }

  /** @returns false when the list must be written anew */
  #list(list: YAMLSeq, from: JsonValue[], to: JsonValue[]): boolean {
    const dashes = dashesOf(list);
    const pairs = alignItems(from, to);
    if (pairs.size === 0 || dashes.length !== list.items.length) {
      return false;
    }
    const lineStart = this.#lineStart(dashes[0]);
    const indent = dashes[0] - lineStart;
    if (!this.#isBlank(lineStart, dashes[0])) {
      return false;
    }
    const endOf = (i: number) =>
      Math.max(endOfContent(list.items[i]) ?? 0, dashes[i] + 1);
    const staying = new Set(pairs.values());
    from.forEach((_, i) => {
      if (!staying.has(i)) {
        this.#removeLines(dashes[i], endOf(i));
      }
    });
    let at = lineStart;
    to.forEach((item, j) => {
      const i = pairs.get(j);
      if (i === undefined) {
        this.#splices.insertLines(
          at,
          indented(stringifyYaml([item], styleAt(indent)), indent),
        );
      } else {
        this.#value(list.items[i], from[i], item, {
          start: dashes[i],
          indent,
          wrap: value => [value],
        });
        at = this.#nextLine(endOf(i));
      }
    });
    return true;
  }

  #replace(node: unknown, to: JsonValue, place: Place) {
    const end = endOfContent(node) ?? place.start;
    const rest = this.#source.slice(end, this.#nextLine(end));
    const style = {
      ...styleAt(place.indent),
      ...(/#/.test(rest) && { blockQuote: false }),
      flow: isNode(node) && 'flow' in node && node.flow === true,
    };
    const scalar =
      isScalar(node) && !isObject(to) && !Array.isArray(to) && node.source
        ? node
        : undefined;
    const text = indented(
      stringifyYaml(place.wrap(to), {
        ...style,
        ...(scalar && quotesOf(scalar)),
      }),
      place.indent,
    ).trimStart();
    // A single value leaves its key, and all before it, as it is written.
    const lead = scalar && leadOf(place.wrap(null));
    const [from, written] =
      lead !== undefined && text.startsWith(lead)
        ? [scalar!.range![0], text.slice(lead.length)]
        : [place.start, text];
    const keepsNewline =
      this.#source[end - 1] === '\n' || end === this.#source.length;
    this.#splices.replace(
      from,
      end,
      keepsNewline ? written : written.replace(/\n$/, ''),
    );
  }

  /** Removes all lines of an entry, and the comment right above it. */
  #removeLines(start: number, end: number) {
    let begin = this.#lineStart(start);
    const indent = start - begin;
    while (begin > 0) {
      const above = this.#lineStart(begin - 1);
      const line = this.#source.slice(above, begin);
      if (line.search(/\S/) !== indent || line[indent] !== '#') {
        break;
      }
      begin = above;
    }
    this.#splices.replace(begin, this.#nextLine(end), '');
  }

  #lineStart(offset: number): number {
    return this.#source.lastIndexOf('\n', offset - 1) + 1;
  }

  #column(offset: number): number {
    return offset - this.#lineStart(offset);
  }

  /** The start of the line after what ends at the offset. */
  #nextLine(offset: number): number {
    if (this.#source[offset - 1] === '\n') {
      return offset;
    }
    const newline = this.#source.indexOf('\n', offset);
    return newline < 0 ? this.#source.length : newline + 1;
  }

  #isBlank(start: number, end: number): boolean {
    return /^ *$/.test(this.#source.slice(start, end));
  }
}

function isBlock<T extends YAMLMap | YAMLSeq>(
  node: unknown,
  is: (value: unknown) => value is T,
): node is T {
  return is(node) && !node.flow && node.items.length > 0;
}

function keyOf(pair: Pair): Scalar | undefined {
  return isScalar(pair.key) && pair.key.range ? pair.key : undefined;
}

function endOfPair(pair: Pair): number {
  return endOfContent(pair.value) ?? endOfContent(pair.key) ?? 0;
}

/** Behind the last character that is not a comment or space. */
function endOfContent(node: unknown): number | undefined {
  if (isBlock(node, isMap)) {
    return endOfPair(node.items[node.items.length - 1]);
  }
  if (isBlock(node, isSeq)) {
    const last = node.items.length - 1;
    const dash = dashesOf(node)[last];
    return Math.max(
      endOfContent(node.items[last]) ?? 0,
      dash === undefined ? 0 : dash + 1,
    );
  }
  return isNode(node) || isAlias(node) ? node.range?.[1] : undefined;
}

function dashesOf(list: YAMLSeq): number[] {
  const token = list.srcToken;
  return token?.type === 'block-seq'
    ? token.items.flatMap(
        ({ start }) =>
          start.find(({ type }) => type === 'seq-item-ind')?.offset ?? [],
      )
    : [];
}

function indented(text: string, indent: number): string {
  return text.replace(/^(?=[^\n])/gm, ' '.repeat(indent));
}

function styleAt(indent: number) {
  return { lineWidth: Math.max(40, 80 - indent) };
}

/** What stands before a value: its key or its dash. */
function leadOf(wrapped: JsonValue): string | undefined {
  if (Array.isArray(wrapped)) {
    return '- ';
  }
  const [key] = isObject(wrapped) ? Object.keys(wrapped) : [];
  return key && KEY.test(key) ? `${key}: ` : undefined;
}

function quotesOf({ type }: Scalar) {
  return type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE'
    ? ({ defaultStringType: type } as const)
    : undefined;
}
