/**
 * Where a value is in an entity: keys and positions from the root on.
 *
 * @public
 */
export type FieldPath = readonly (string | number)[];

/**
 * Writes a path as people know it from code: `spec.outputPorts[1].name`, with
 * unusual keys quoted: `metadata.annotations["acme.com/id"]`.
 *
 * @public
 */
export function formatPath(path: FieldPath): string {
  return path
    .map((step, i) => {
      if (typeof step === 'number') {
        return `[${step}]`;
      }
      if (/^[\w-]{1,100}$/.test(step)) {
        return i === 0 ? step : `.${step}`;
      }
      return `[${JSON.stringify(shorten(step))}]`;
    })
    .join('');
}

/**
 * Shows a value in a message: short, on one line, with its kind where it is
 * not plain text.
 *
 * @public
 */
export function describeValue(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (value === null) {
    return 'an empty value (null)';
  }
  if (typeof value === 'string') {
    return value === '' ? 'an empty text' : JSON.stringify(shorten(value));
  }
  if (typeof value === 'number') {
    return `the number ${value}`;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  }
  if (typeof value === 'object') {
    const keys = Object.keys(value);
    return keys.length === 0
      ? 'an empty object'
      : `an object with ${shorten(keys.join(', '))}`;
  }
  return String(value);
}

const SHOWN = 80;

function shorten(text: string): string {
  return text.length <= SHOWN
    ? text
    : `${text.slice(0, SHOWN)}… (${text.length} characters)`;
}
