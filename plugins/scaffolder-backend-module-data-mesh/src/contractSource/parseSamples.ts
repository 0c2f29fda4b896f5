import { Notes } from './Notes';
import { LINE, readYaml } from './readYaml';
import { Lines, quote } from './text';

/** A value of a JSON text, with the line that it begins on if it is known. */
export type Sample = { value: unknown; line?: number };

/**
 * The samples in a text: the items of a list, a single value, or a value on
 * each line, of which bad ones are left out and named.
 *
 * @throws IsolatedError
 */
export async function parseSamples(
  text: string,
  notes: Notes,
): Promise<Sample[]> {
  const bare = text.replace(/^\uFEFF/, '');
  if (!bare.trim()) {
    return [];
  }
  const whole = parseJson(bare);
  if ('value' in whole) {
    return Array.isArray(whole.value)
      ? whole.value.map(value => ({ value }))
      : [{ value: whole.value }];
  }
  return parseLines(bare, notes) ?? parseLeniently(bare, whole.fault, notes);
}

type Parsed = { value: unknown } | { fault: string };

function parseJson(text: string): Parsed {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** @returns undefined when there are no two lines that hold an object each */
function parseLines(text: string, notes: Notes): Sample[] | undefined {
  const lines = text
    .split('\n')
    .map((content, index) => ({ content: content.trim(), line: index + 1 }))
    .filter(({ content }) => content !== '');
  const parsed = lines.map(({ content, line }) => ({
    ...parseJson(content),
    content,
    line,
  }));
  const whole = parsed.filter(
    one =>
      'value' in one && typeof one.value === 'object' && one.value !== null,
  );
  if (whole.length < 2 || whole.length < lines.length / 2) {
    return undefined;
  }
  return parsed.flatMap(one => {
    if ('value' in one) {
      return [{ value: one.value, line: one.line }];
    }
    notes.add(
      `This line is left out, it is no JSON: ${quote(one.content)}`,
      one.line,
    );
    return [];
  });
}

/**
 * What people copy is often nearly JSON: with single quotes, a comma too many,
 * or names without quotes. YAML's way of writing objects allows for all of it,
 * and where that fails, too, it knows the line.
 */
async function parseLeniently(
  text: string,
  fault: string,
  notes: Notes,
): Promise<Sample[]> {
  const [document] = /^\s*[[{]/.test(text) ? await readYaml(text) : [];
  if (document && 'value' in document) {
    notes.add(
      'This is not quite JSON (quotes or commas differ), but it could be read. Look it over.',
    );
    const value = withoutLines(document.value);
    return Array.isArray(value)
      ? value.map(item => ({ value: item }))
      : [{ value }];
  }
  notes.add(
    `This is no JSON: ${document?.error ?? fault}. Nothing was read.`,
    document?.line ?? lineOf(fault, text),
  );
  return [];
}

function withoutLines(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner) => (key === LINE ? undefined : inner)),
  );
}

/** The engine names a position for most faults, not for all. */
function lineOf(fault: string, text: string): number | undefined {
  const position = /at position (\d+)/.exec(fault);
  return position ? new Lines(text).at(Number(position[1])) : undefined;
}
