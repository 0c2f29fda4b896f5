import { ReadField } from './fitToDraft';
import { Notes } from './Notes';
import { Sample } from './parseSamples';
import { quote } from './text';
import { typeOfDateText } from './valueTypes';

/** As deep as fields are looked at; what is below is said. */
const MAX_DEPTH = 20;

const MAX_FIELDS = 10_000;

/** What was seen of the values in one place of the samples. */
export type Seen = {
  /** How many values, null included. */
  count: number;
  nulls: number;
  kinds: Set<ReadField['type']>;
  /** The values that were objects, and what they held. */
  objects: number;
  fields: Map<string, Seen>;
  /** The items of all values that were lists. */
  items?: Seen;
  line?: number;
};

/** Lays samples over each other. */
export class SampleMerger {
  #fields = 0;
  #fieldsBeyond = false;
  #deep: string[] = [];

  /** What was seen of all samples. */
  readonly seen: Seen = newSeen();

  add(sample: Sample) {
    this.#add(this.seen, sample.value, sample.line, []);
  }

  report(notes: Notes) {
    if (this.#fieldsBeyond) {
      notes.add(`Only the first ${MAX_FIELDS} fields are taken.`);
    }
    if (this.#deep.length > 0) {
      notes.add(
        `What is nested deeper than ${MAX_DEPTH} levels is left out, the first is below ${quote(
          this.#deep.join('.'),
        )}.`,
      );
    }
  }

  #add(seen: Seen, value: unknown, line: number | undefined, path: string[]) {
    seen.count += 1;
    seen.line ??= line;
    if (value === null) {
      seen.nulls += 1;
      return;
    }
    seen.kinds.add(kindOf(value));
    if (typeof value !== 'object') {
      return;
    }
    if (path.length >= MAX_DEPTH) {
      this.#deep = this.#deep.length ? this.#deep : path;
      return;
    }
    if (Array.isArray(value)) {
      seen.items ??= newSeen();
      for (const item of value) {
        this.#add(seen.items, item, line, [...path, '[]']);
      }
      return;
    }
    seen.objects += 1;
    for (const [name, inner] of Object.entries(value)) {
      const field = this.#fieldOf(seen, name);
      if (field) {
        this.#add(field, inner, line, [...path, name]);
      }
    }
  }

  #fieldOf(seen: Seen, name: string): Seen | undefined {
    const known = seen.fields.get(name);
    if (known) {
      return known;
    }
    if (this.#fields >= MAX_FIELDS) {
      this.#fieldsBeyond = true;
      return undefined;
    }
    this.#fields += 1;
    const field = newSeen();
    seen.fields.set(name, field);
    return field;
  }
}

function newSeen(): Seen {
  return {
    count: 0,
    nulls: 0,
    kinds: new Set(),
    objects: 0,
    fields: new Map(),
  };
}

function kindOf(value: unknown): ReadField['type'] {
  switch (typeof value) {
    case 'number':
      return Number.isInteger(value) ? 'integer' : 'number';
    case 'boolean':
      return 'boolean';
    case 'object':
      return Array.isArray(value) ? 'array' : 'object';
    default:
      return typeOfDateText(String(value));
  }
}
