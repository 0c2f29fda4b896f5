import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { parseReference } from '../kind/parseReference';
import { FillableField, isRefField, isWordField, refFields } from './fields';

/** What fits into one sentence. */
const LONGEST_PURPOSE = 400;
const LONGEST_WORD = 63;

/** A number and a unit, such as `30d`. */
const DURATION = /^\d{1,4} ?[a-z]{1,10}$/i;

const WORD = /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u;

/** What no database takes. */
// eslint-disable-next-line no-control-regex
const UNSTORABLE = /\u0000|[\ud800-\udfff]/u;

const WHAT = {
  owner: 'a team or a person',
  productOwner: 'a person',
  domain: 'a domain',
} as const;

/**
 * A value as it goes into the catalog file, or why it cannot go there, in one
 * sentence.
 *
 * @public
 */
export type CheckedField = { value: string } | { problem: string };

/**
 * Reads what somebody has typed or pasted for a field: spaces and line ends
 * become single spaces, a ref is written in full. Whether something answers to
 * the ref only the catalog knows.
 *
 * @param namespace - of the product; holds for a ref that names none
 * @param words - further words of this organisation, for a field of one word;
 *   without them any word is taken
 * @public
 */
export function checkField(
  field: FillableField,
  typed: string,
  options: { namespace?: string; words?: readonly string[] } = {},
): CheckedField {
  const text = typed.replace(/\s+/g, ' ').trim();
  if (text === '') {
    return { problem: 'There is nothing to fill in.' };
  }
  if (UNSTORABLE.test(text)) {
    return {
      problem:
        'This holds a character that cannot be stored. Type the text again instead of pasting it.',
    };
  }
  if (isRefField(field)) {
    return checkRef(field, text, options.namespace);
  }
  if (isWordField(field)) {
    return checkWord(text, options.words);
  }
  if (field === 'notice' && !DURATION.test(text)) {
    return {
      problem: `Write it like 30d; “${shortened(text)}” is not a time.`,
    };
  }
  const longest = field === 'purpose' ? LONGEST_PURPOSE : LONGEST_WORD;
  return text.length > longest
    ? {
        problem: `This has ${text.length} characters; at most ${longest} are allowed.`,
      }
    : { value: text };
}

function checkRef(
  field: keyof typeof refFields,
  text: string,
  namespace: string = DEFAULT_NAMESPACE,
): CheckedField {
  const kinds: readonly string[] = refFields[field];
  const parsed = parseReference({
    path: ['spec', field],
    text,
    parent: {},
    namespace,
    field: { at: field, kinds, defaultKind: kinds[0] },
  });
  if ('ref' in parsed) {
    return { value: stringifyEntityRef(parsed.ref) };
  }
  return {
    problem:
      parsed.problem === 'wrong kind'
        ? `Name ${WHAT[field]}; “${shortened(text)}” is something else.`
        : `Name ${WHAT[field]} like ${kinds[0].toLocaleLowerCase(
            'en-US',
          )}:default/name; nothing in the catalog can be called “${shortened(
            text,
          )}”.`,
  };
}

function checkWord(
  text: string,
  words: readonly string[] | undefined,
): CheckedField {
  const known = words?.find(
    word => word.toLocaleLowerCase('en-US') === text.toLocaleLowerCase('en-US'),
  );
  if (known) {
    return { value: known };
  }
  if (words) {
    return {
      problem: `“${shortened(text)}” is none of ${words.join(', ')}.`,
    };
  }
  return text.length <= LONGEST_WORD && WORD.test(text)
    ? { value: text }
    : { problem: `“${shortened(text)}” is not a single word.` };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
