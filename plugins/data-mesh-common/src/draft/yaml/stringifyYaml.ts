import {
  Document,
  ScalarTag,
  ToStringOptions,
  isCollection,
  isPair,
} from 'yaml';

/**
 * What other parsers refuse when it is written as it is, or read as something
 * else: control characters, odd line ends, halves of surrogate pairs.
 */
const UNSAFE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff]/u;

/** Of these, what JSON leaves as it is. */
const NOT_IN_JSON = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

function safe(tag: ScalarTag): ScalarTag {
  return {
    ...tag,
    stringify(item, ...context) {
      const { value } = item;
      if (typeof value === 'string' && UNSAFE.test(value)) {
        return JSON.stringify(value).replace(
          NOT_IN_JSON,
          character =>
            `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
      }
      return tag.stringify?.(item, ...context) ?? JSON.stringify(value);
    },
  };
}

/** How a value is written, as far as the place it goes to decides it. */
export type YamlStyle = Pick<
  ToStringOptions,
  'lineWidth' | 'blockQuote' | 'defaultStringType'
> & {
  /** Whether the list or group within is written as `[a, b]`. */
  flow?: boolean;
};

/**
 * Writes a value as a YAML document that every parser reads as the same value,
 * those of YAML 1.1 included.
 */
export function stringifyYaml(value: unknown, style: YamlStyle = {}): string {
  const { flow, ...options } = style;
  const document = new Document(value, {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
    customTags: tags =>
      tags.map(tag =>
        typeof tag === 'object' && tag.tag === 'tag:yaml.org,2002:str'
          ? safe(tag as ScalarTag)
          : tag,
      ),
  });
  if (flow && isCollection(document.contents)) {
    const [entry] = document.contents.items;
    const inner = isPair(entry) ? entry.value : entry;
    if (isCollection(inner)) {
      inner.flow = true;
    }
  }
  return document.toString({
    defaultKeyType: 'PLAIN',
    lineWidth: 80,
    singleQuote: true,
    ...options,
  });
}
