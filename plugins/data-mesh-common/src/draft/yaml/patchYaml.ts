import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { isEqual } from '../json';
import { parseYaml } from './parseYaml';
import { Patch } from './Patch';
import { stringifyYaml } from './stringifyYaml';

/** Where one place stands for several, a change of one needs a second look. */
const MAX_ROUNDS = 3;

/**
 * Changes the documents of a YAML text to other values. Only the lines that a
 * change concerns differ afterwards; without one the text comes back as it is.
 *
 * @param name - of the file, for messages
 * @param values - one for each document, further ones are added at the end
 * @throws InputError when the text cannot be read, or is written in a way that
 *   cannot be changed without writing it anew
 */
export function patchYaml(
  text: string,
  values: readonly JsonValue[],
  name: string,
): string {
  let patched = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const documents = parseYaml(patched, name);
    if (
      isEqual(
        documents.map(({ value }) => value),
        values,
      )
    ) {
      return patched;
    }
    const patch = new Patch(patched);
    documents.forEach(({ node, value }, i) => {
      patch.change(node.contents, value, values[i]);
    });
    patched = appendDocuments(patch.apply(), values.slice(documents.length));
  }
  if (
    isEqual(
      parseYaml(patched, name).map(({ value }) => value),
      values,
    )
  ) {
    return patched;
  }
  throw new InputError(
    `${name}: it uses anchors, merges or tags of YAML in a place that is to be changed. Change it by hand.`,
  );
}

function appendDocuments(text: string, values: readonly JsonValue[]): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return values.reduce<string>((whole, value) => {
    const end = whole === '' || whole.endsWith('\n') ? '' : newline;
    const start = whole === '' ? '' : `---${newline}`;
    const written = stringifyYaml(value).replace(/\n/g, newline);
    return `${whole}${end}${start}${written}`;
  }, text);
}
