import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { demoFiles, demoProducts } from '../draft/__testUtils__/demo';
import { changedLines } from '../draft/__testUtils__/lines';
import { generatedFiles } from './__testUtils__/files';
import { checkField } from './checkField';
import { fillableFields } from './fields';
import { entitiesInFile, fillFields } from './fillFields';

const ORDERS = `# Of the lab
apiVersion: backstage-data-mesh.io/v1alpha1
kind: DataProduct
metadata:
  name: orders # short
spec:
  lifecycle: production
  # who answers
  owner: lab-data
  outputPorts: []
---
kind: API
metadata: { name: orders-v1 }
---
kind: dataproduct
metadata:
  name: Results
  namespace: emea
spec: {}
`;
const file = { path: 'lab/catalog-info.yaml', content: ORDERS };
const orders = 'dataproduct:default/orders';

describe('fillFields', () => {
  it('adds lines where a reader looks for them, and leaves the rest', () => {
    const { content, filled, problems } = fillFields(file, [
      {
        ref: orders,
        fields: {
          type: 'source-aligned',
          domain: 'domain:default/diagnostics',
          purpose: 'Orders: all of them',
        },
      },
    ]);
    expect(problems).toEqual([]);
    expect(filled).toEqual([orders]);
    expect(changedLines(ORDERS, content)).toEqual([
      '+  type: source-aligned',
      '+  domain: domain:default/diagnostics',
      "+  purpose: 'Orders: all of them'",
    ]);
  });

  it('changes a value that is there, in its place', () => {
    const { content } = fillFields(file, [
      { ref: orders, fields: { owner: 'group:default/lab' } },
    ]);
    expect(changedLines(ORDERS, content)).toEqual([
      '-  owner: lab-data',
      '+  owner: group:default/lab',
    ]);
  });

  it('fills in several products of one file, by their full refs', () => {
    const { content, filled } = fillFields(file, [
      { ref: 'dataproduct:emea/results', fields: { version: '0.3' } },
      { ref: orders, fields: { version: '1.0' } },
    ]);
    expect(filled).toHaveLength(2);
    expect(
      parseAllDocuments(content).map(document => document.toJS().spec?.version),
    ).toEqual(['1.0', undefined, '0.3']);
  });

  it('takes a product without a spec', () => {
    const content = 'kind: DataProduct\nmetadata:\n  name: a\n';
    const result = fillFields({ path: 'a.yaml', content }, [
      { ref: 'dataproduct:default/a', fields: { owner: 'group:default/b' } },
    ]);
    expect(result.content).toBe(`${content}spec:\n  owner: group:default/b\n`);
  });

  it.each([
    ['dataproduct:default/other', ORDERS, /does not describe .*other/],
    ['api:default/orders-v1', ORDERS, /does not describe/],
    [orders, `${ORDERS}---\n${ORDERS}`, /describes .* 2 times/],
    [
      orders,
      'kind: DataProduct\nmetadata: {name: orders}\nspec: &s {a: *s}\n',
      /line 1: a part of it contains itself by an anchor/,
    ],
    [orders, 'kind: [', /^lab\/catalog-info\.yaml, line 1: /],
    [orders, '', /does not describe/],
    [
      orders,
      'kind: DataProduct\nmetadata: {name: orders}\nspec: []\n',
      /not a group of fields/,
    ],
    [
      orders,
      'kind: DataProduct\nmetadata: {name: orders}\nspec: {version: "2"}\n',
      /says so already/,
    ],
  ])('says why %s cannot be filled in', (ref, content, message) => {
    expect(
      fillFields({ ...file, content }, [{ ref, fields: { version: '2' } }]),
    ).toEqual({
      content,
      filled: [],
      problems: [{ ref, message: expect.stringMatching(message) }],
    });
  });

  it('goes on after a product that cannot be filled in', () => {
    const { filled, problems } = fillFields(file, [
      { ref: 'dataproduct:default/gone', fields: { version: '1' } },
      { ref: orders, fields: { version: '1' } },
    ]);
    expect(filled).toEqual([orders]);
    expect(problems).toHaveLength(1);
  });

  describe('with many products in a file', () => {
    const refs = Array.from(
      { length: 40 },
      (_, i) => `dataproduct:default/p${i}`,
    );
    const products = refs.map(ref => ({ ref, fields: { version: '2' } }));
    const textOf = (spec: (i: number) => string) =>
      refs
        .map(
          (_, i) => `kind: DataProduct\nmetadata: {name: p${i}}\n${spec(i)}\n`,
        )
        .join('---\n');

    it('fills in all', () => {
      const content = textOf(i => `spec: { type: t${i} }`);
      expect(fillFields({ path: 'a.yaml', content }, products)).toEqual({
        content: textOf(i => `spec: { type: t${i}, version: '2' }`),
        filled: refs,
        problems: [],
      });
    });

    it('leaves out the one that can only be written anew', () => {
      const shared = '{version}: 1\nspec: { date: !!timestamp 2001-12-14 }';
      const spec = (i: number) => (i === 17 ? shared : 'spec: {}');
      const { content, filled, problems } = fillFields(
        { path: 'a.yaml', content: textOf(spec) },
        products,
      );
      expect(filled).toEqual(refs.filter((_, i) => i !== 17));
      expect(problems).toEqual([
        { ref: refs[17], message: expect.stringMatching(/by hand/) },
      ]);
      expect(content).toContain(shared);
    });

    it('says of each that the file cannot be read', () => {
      const content = `${textOf(() => 'spec: {}')}---\n]`;
      const result = fillFields({ path: 'a.yaml', content }, products);
      expect(result.content).toBe(content);
      expect(result.problems.map(({ ref }) => ref)).toEqual(refs);
    });
  });

  it('gives a file that parses and differs only in what was filled in', () => {
    const value = fc
      .tuple(
        fc.constantFrom(...fillableFields),
        fc.string({ unit: 'grapheme' }),
      )
      .map(([field, typed]) => [field, checkField(field, typed)] as const)
      .filter(([, checked]) => 'value' in checked)
      .map(([field, checked]) => [
        field,
        'value' in checked ? checked.value : '',
      ]);
    const fields = fc
      .array(value, { minLength: 1, maxLength: 5 })
      .map(entries => Object.fromEntries(entries));
    fc.assert(
      fc.property(
        generatedFiles,
        fields,
        fc.nat(),
        ({ content, documents }, filledIn, at) => {
          const index = at % documents.length;
          const { name } = documents[index].metadata;
          const result = fillFields({ path: 'a.yaml', content }, [
            { ref: `dataproduct:default/${name}`, fields: filledIn },
          ]);
          const expected = documents.map((document, i) =>
            i === index
              ? { ...document, spec: { ...document.spec, ...filledIn } }
              : document,
          );
          expect(
            parseAllDocuments(result.content).map(document => document.toJS()),
          ).toEqual(expected);
          expect(comments(result.content)).toEqual(comments(content));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('fillFields in the files of the demo', () => {
  const fields = {
    owner: 'group:default/a',
    productOwner: 'user:default/b',
    domain: 'domain:default/c',
    purpose: 'Orders: all of them, as one would say',
    type: 'aggregate',
    lifecycle: 'production',
    classification: 'internal',
    version: '1.0',
    notice: '30d',
  };

  it.each(demoProducts)('changes only these fields of %s', name => {
    const catalogFile = demoFiles(name).find(
      ({ path }) => path === 'catalog-info.yaml',
    )!;
    const documents = parseAllDocuments(catalogFile.content).map(d => d.toJS());
    const { content, problems } = fillFields(catalogFile, [
      { ref: `dataproduct:default/${name}`, fields },
    ]);
    expect(problems).toEqual([]);
    expect(parseAllDocuments(content).map(d => d.toJS())).toEqual(
      documents.map(document =>
        document.kind === 'DataProduct'
          ? { ...document, spec: { ...document.spec, ...fields } }
          : document,
      ),
    );
    const names = Object.keys(fields).join('|');
    const others = changedLines(catalogFile.content, content).filter(
      // A purpose over several lines goes with its key.
      line => !new RegExp(`^[-+]  (?:${names}):|^-    `).test(line),
    );
    expect(others).toEqual([]);
  });
});

function comments(content: string): string[] {
  return content.split('\n').filter(line => /^ *# kept \d+$/.test(line));
}

describe('entitiesInFile', () => {
  it('names what a file describes', () => {
    expect(
      entitiesInFile({ ...file, content: `${ORDERS}---\n---\na: 1\n` }),
    ).toEqual([
      orders,
      'api:default/orders-v1',
      'dataproduct:emea/results',
      undefined,
    ]);
  });

  it('agrees with the parser on what is there', () => {
    fc.assert(
      fc.property(generatedFiles, ({ content, documents }) => {
        expect(entitiesInFile({ path: 'a.yaml', content })).toEqual(
          documents.map(
            ({ metadata }) => `dataproduct:default/${metadata.name}`,
          ),
        );
      }),
      { numRuns: 50 },
    );
  });
});
