import { createMockDirectory } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonValue } from '@backstage/types';
import { rm, writeFile } from 'node:fs/promises';
import request from 'supertest';
import { parseAllDocuments, stringify } from 'yaml';
import { oddInputs } from './__testUtils__/oddInputs';
import {
  exampleOf,
  fieldsOf,
  replaceAt,
  Schema,
  specSchema,
} from './__testUtils__/schema';
import { databases, startCatalog } from './__testUtils__/startCatalog';

jest.setTimeout(60_000);

const dir = createMockDirectory();

const product = (name: string, spec: JsonValue): Entity => ({
  apiVersion: 'backstage-data-mesh.io/v1alpha1',
  kind: 'DataProduct',
  metadata: { name },
  spec: spec as Entity['spec'],
});

const refOf = (name: string) => `dataproduct:default/${name.toLowerCase()}`;

/** An entity without what the catalog adds, and with the lists it sorts sorted. */
function asWritten({ metadata, spec }: Entity) {
  const { uid, etag, annotations, namespace, ...rest } = metadata;
  const sorted = Object.fromEntries(
    ['dependsOn', 'dependencyOf', 'providesApis', 'consumesApis'].flatMap(
      key => {
        const list = spec?.[key];
        return Array.isArray(list) ? [[key, [...list].sort()]] : [];
      },
    ),
  );
  return { metadata: rest, spec: { ...spec, ...sorted } };
}

function inFile(text: string) {
  const documents = parseAllDocuments(text).map(d => d.toJS() as Entity);
  return asWritten(JSON.parse(JSON.stringify(documents.find(Boolean))));
}

function wrongValueFor({ type }: Schema): JsonValue {
  return String(type).includes('number') ? [1] : 7;
}

const wrongFields = [...fieldsOf(specSchema)].filter(
  ({ schema, path }) => schema.type && path.length > 0,
);

// Neighbours stand before, between and after the odd ones, and name them.
const neighbours = new Map(
  Array.from({ length: 30 }, (_, i) => {
    const name = `${'amz'[i % 3]}-good-${i}`;
    const spec = {
      owner: 'a',
      lifecycle: 'production',
      inputPorts: [{ name: 'in', source: `odd-l-${i}` }],
      outputPorts: [{ name: 'out', contract: { ref: 'c' } }],
    };
    return [name, spec] as const;
  }),
);

describe.each(databases.eachSupportedId())(
  'the real catalog with bad and odd inputs, on %s',
  databaseId => {
    let catalog: Awaited<ReturnType<typeof startCatalog>>;
    let entities: Map<string, Entity>;

    beforeAll(async () => {
      const example = exampleOf(specSchema);
      dir.setContent({
        folder: {
          ...Object.fromEntries(
            oddInputs.map(({ file }, i) => [
              `odd-${i}`,
              { 'catalog-info.yaml': file(`odd-l-${i}`) },
            ]),
          ),
          ...Object.fromEntries(
            wrongFields.map(({ path, schema }, i) => [
              `wrong-${i}`,
              {
                'catalog-info.yaml': stringify(
                  product(
                    `wrong-${i}`,
                    replaceAt(example, path, wrongValueFor(schema)),
                  ),
                ),
              },
            ]),
          ),
          ...Object.fromEntries(
            [...neighbours].map(([name, spec]) => [
              name,
              { 'catalog-info.yaml': stringify(product(name, spec)) },
            ]),
          ),
          'all-fields': {
            'catalog-info.yaml': stringify(product('all-fields', example)),
          },
        },
        files: Object.fromEntries(
          oddInputs.map(({ file }, i) => [`odd-${i}.yaml`, file(`odd-f-${i}`)]),
        ),
      });
      catalog = await startCatalog({
        databaseId,
        catalog: {
          providers: {
            dataMeshLocalFolder: { test: { path: dir.resolve('folder') } },
          },
          locations: oddInputs.map((_, i) => ({
            type: 'file',
            target: dir.resolve(`files/odd-${i}.yaml`),
            rules: [{ allow: ['DataProduct'] }],
          })),
        },
      });
      entities = await catalog.settle([
        ...[...neighbours.keys(), 'all-fields'].map(refOf),
        ...wrongFields.map((_, i) => refOf(`wrong-${i}`)),
        ...oddInputs.flatMap(({ unreadable, taken, ref = name => name }, i) => [
          ...(unreadable ? [] : [refOf(ref(`odd-l-${i}`))]),
          ...(unreadable && !taken ? [] : [refOf(ref(`odd-f-${i}`))]),
        ]),
      ]);
    });

    afterAll(() => catalog?.stop());

    it('has enough of them', () => {
      expect(oddInputs.length).toBeGreaterThan(60);
      expect(wrongFields.length).toBeGreaterThan(100);
    });

    it.each(
      oddInputs
        .map((input, i) => ({ ...input, i }))
        .filter(input => !input.refusal && !input.unreadable),
    )('takes $title as it is', ({ file, i, ref = name => name }) => {
      for (const name of [`odd-l-${i}`, `odd-f-${i}`]) {
        const entity = entities.get(refOf(ref(name)));
        expect(entity && asWritten(entity)).toEqual(inFile(file(name)));
      }
    });

    it.each(
      oddInputs
        .map((input, i) => ({ ...input, i }))
        .filter(input => input.refusal && !input.unreadable),
    )('refuses $title and says why', ({ i, refusal, ref = name => name }) => {
      for (const name of [`odd-l-${i}`, `odd-f-${i}`]) {
        expect(entities.has(refOf(ref(name)))).toBe(false);
        expect(catalog.refused.get(refOf(ref(name)))).toMatch(refusal!);
      }
    });

    it('reports what cannot be read, to those who may know', async () => {
      const { body } = await request(catalog.server).get(
        '/api/catalog/data-mesh/local-folder/problems',
      );
      const lines = (body.items as Record<string, string>[]).map(
        p => `${p.file}:${p.line}:${p.column} ${p.message}`,
      );
      const expected = oddInputs.flatMap(({ unreadable }, i) =>
        unreadable ? [{ file: `odd-${i}/catalog-info.yaml`, unreadable }] : [],
      );
      expect(lines).toHaveLength(expected.length);
      for (const { file, unreadable } of expected) {
        const line = lines.find(l => l.startsWith(`${file}:`));
        expect(line).toMatch(unreadable);
      }
      const unreadable = oddInputs.map((input, i) => ({ ...input, i }));
      for (const { i, taken = false } of unreadable.filter(u => u.unreadable)) {
        expect(entities.has(refOf(`odd-l-${i}`))).toBe(false);
        expect(entities.has(refOf(`odd-f-${i}`))).toBe(taken);
      }
      expect(Object.prototype).not.toHaveProperty('polluted');
    });

    it.each(
      wrongFields.map(({ path }, i) => {
        const name = path
          .map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`))
          .join('');
        return { name: `spec${name}`, i };
      }),
    )('refuses a wrong type at $name', ({ name, i }) => {
      expect(entities.has(refOf(`wrong-${i}`))).toBe(false);
      expect(catalog.refused.get(refOf(`wrong-${i}`))).toContain(
        `E1 ${name}: found `,
      );
    });

    it('leaves the neighbours as they are', () => {
      for (const [name, spec] of neighbours) {
        expect(catalog.refused.has(refOf(name))).toBe(false);
        expect(asWritten(entities.get(refOf(name))!)).toEqual({
          metadata: { name },
          spec,
        });
      }
    });

    it('takes the examples that the schema gives', () => {
      expect(asWritten(entities.get(refOf('all-fields'))!)).toEqual(
        asWritten(product('all-fields', exampleOf(specSchema))),
      );
    });

    it('publishes each change once', async () => {
      const accepted = [...entities.keys()].filter(ref =>
        ref.startsWith('dataproduct:'),
      );
      const published = catalog.changed.filter(ref =>
        ref.startsWith('dataproduct:'),
      );
      expect(new Set(published)).toEqual(new Set(accepted));
      expect(published).toHaveLength(accepted.length);
    });

    it('takes over a correction as soon as it is asked to', async () => {
      const i = oddInputs.findIndex(({ title }) => title === 'broken YAML');
      await writeFile(
        dir.resolve(`folder/odd-${i}/catalog-info.yaml`),
        stringify(product('mended', { owner: 'a', lifecycle: 'production' })),
      );
      await rm(dir.resolve('folder/a-good-0'), { recursive: true });
      await catalog.publish('data-mesh.local-folder.refresh', { id: 'other' });
      await catalog.publish('data-mesh.local-folder.refresh', { id: 'test' });
      const now = await catalog.settle([refOf('mended')]);
      expect(now.has(refOf('a-good-0'))).toBe(false);
      expect(now.size).toBe(entities.size);
    });
  },
);
