import fc from 'fast-check';
import { stringify } from 'yaml';
import { text } from '../../draft/__testUtils__/arbitraries';
import { fillableFields } from '../fields';

type Document = {
  kind: string;
  metadata: { name: string };
  spec: Record<string, unknown>;
};

const spec = fc.dictionary(
  fc.constantFrom(...fillableFields, 'outputPorts', 'notice', 'support'),
  fc.oneof(
    text(60),
    fc.constant('sql').map(name => [{ name, version: '1.0.0' }]),
  ),
  { maxKeys: 6, noNullPrototype: true },
);

/** Catalog files of one to three products, with a comment above each key. */
export const generatedFiles = fc
  .record({
    specs: fc.array(spec, { minLength: 1, maxLength: 3 }),
    style: fc.record({
      indent: fc.constantFrom(2, 4),
      lineWidth: fc.constantFrom(0, 40, 80),
      singleQuote: fc.boolean(),
    }),
  })
  .map(({ specs, style }) => {
    const documents: Document[] = specs.map((value, i) => ({
      kind: 'DataProduct',
      metadata: { name: `product-${i}` },
      spec: value,
    }));
    const content = documents
      .map(document => commented(stringify(document, style)))
      .join('---\n');
    return { content, documents };
  });

/** Keys of the document and of its spec each get a line of their own above. */
function commented(yaml: string): string {
  const plain = /^ {0,4}[a-zA-Z]+:(?: |$)/;
  let inText = false;
  return yaml
    .split('\n')
    .map((line, i) => {
      const isTop = /^(?:kind|metadata|spec):/.test(line);
      // A text over several lines may look like anything.
      inText = isTop
        ? false
        : inText || !plain.test(line) || /: [>|"']/.test(line);
      return isTop || (!inText && plain.test(line))
        ? `${/^ */.exec(line)![0]}# kept ${i}\n${line}`
        : line;
    })
    .join('\n');
}
