import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
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
