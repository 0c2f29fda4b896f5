import { ReadField, ReadObject } from './fitToDraft';
import { Notes } from './Notes';
import { parseSamples, Sample } from './parseSamples';
import { SampleMerger, Seen } from './SampleMerger';
import { quote, quoteAll } from './text';
import { commonType, ENOUGH_VALUES } from './valueTypes';

/**
 * Reads JSON samples as one object: a single one, a list of them, or one on
 * each line. The samples are laid over each other. A field is guessed to be
 * required if it has a value in every object that could have it, and there are
 * at least {@link ENOUGH_VALUES} of these; so one null or one object without it
 * is enough for it not to be. Nothing is said about keys.
 *
 * @throws IsolatedError
 */
export async function readJson(
  text: string,
  notes: Notes,
): Promise<ReadObject[]> {
  const samples = await parseSamples(text, notes);
  const other = samples.filter(({ value }) => !isObject(value));
  if (other.length > 0) {
    notes.add(
      `${other.length} of ${
        samples.length
      } samples are no objects with named fields and are left out, the first one is ${quote(
        JSON.stringify(other[0].value),
        30,
      )}.`,
      other[0].line,
    );
  }
  const objects = samples.filter(({ value }) => isObject(value));
  if (objects.length === 0) {
    if (samples.length === 0 && notes.list().length === 0) {
      notes.add(
        'There is no sample to read. Paste an object, a list of objects, or one object on each line.',
      );
    }
    return [];
  }
  const merger = new SampleMerger();
  for (const sample of objects) {
    merger.add(sample);
  }
  merger.report(notes);
  reportSchema(objects[0], notes);
  return [{ name: 'data', fields: toFields(merger.seen, [], notes) }];
}

function toFields(parent: Seen, path: string[], notes: Notes): ReadField[] {
  return [...parent.fields].map(([name, seen]) => {
    const required =
      seen.count === parent.objects &&
      seen.nulls === 0 &&
      parent.objects >= ENOUGH_VALUES;
    return {
      name,
      line: seen.line,
      ...toType(seen, [...path, name], notes),
      ...(required ? { required } : undefined),
    };
  });
}

function toType(
  seen: Seen,
  path: string[],
  notes: Notes,
): Pick<ReadField, 'type' | 'fields' | 'itemType'> {
  const kinds = [...seen.kinds];
  const type = kinds.length ? kinds.reduce(commonType) : 'string';
  if (kinds.length === 0) {
    notes.add(
      `${quote(path.join('.'))} never has a value, so it is taken as text.`,
      seen.line,
    );
  } else if (type === 'string' && mixesForms(kinds)) {
    notes.add(
      `${quote(path.join('.'))} has values of different types (${kinds.join(
        ', ',
      )}), so it is taken as text.`,
      seen.line,
    );
  }
  if (type === 'object') {
    return { type, fields: toFields(seen, path, notes) };
  }
  if (type !== 'array' || !seen.items?.count) {
    return { type };
  }
  const item = toType(seen.items, [...path, '[]'], notes);
  return item.type === 'object'
    ? { type, fields: item.fields }
    : { type, itemType: item.type };
}

/** Texts of which only some look like dates are still all texts. */
function mixesForms(kinds: ReadField['type'][]): boolean {
  const texts = ['string', 'date', 'time', 'timestamp'];
  return kinds.some(kind => !texts.includes(kind));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reportSchema({ value }: Sample, notes: Notes) {
  const keys = Object.keys(value as object);
  const marks = keys.filter(key =>
    ['$schema', '$id', 'properties'].includes(key),
  );
  if (marks.length > 1 || marks[0] === '$schema') {
    notes.add(
      `This looks like a JSON Schema (it has ${quoteAll(
        marks,
      )}), but it was read as a sample. Paste a piece of the data itself.`,
      1,
    );
  }
}
