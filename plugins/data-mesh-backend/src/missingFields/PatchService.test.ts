import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  FillableField,
  fillableFields,
  PatchesRequest,
  patchesResponseSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { applyPatch, parsePatch } from 'diff';
import fc from 'fast-check';
import { Lexer, parseAllDocuments } from 'yaml';
import { entityOf, productOf } from '../__testUtils__/entities';
import { Visibility } from '../visibility/Visibility';
import { CatalogFiles } from './CatalogFiles';
import { PatchService } from './PatchService';

const LOCATION = 'backstage.io/managed-by-location';

function productAt(name: string, location?: string): Entity {
  return productOf(
    name,
    {},
    location ? { annotations: { [LOCATION]: location } } : {},
  );
}

function fileOf(...names: string[]): string {
  return names
    .map(
      name => `# ${name}
kind: DataProduct
metadata:
  name: ${name}
spec:
  lifecycle: production # for now
  owner: team-a
`,
    )
    .join('---\n');
}

/** A catalog and the files behind it; `repo/path` to a text or an error. */
function setUp(
  entities: Entity[],
  files: Record<string, string | Error>,
  options: { hidden?: string[] } = {},
) {
  const known = new Map(
    entities
      .map(entity => [stringifyEntityRef(entity), entity] as const)
      .filter(([ref]) => !options.hidden?.includes(ref)),
  );
  const getEntitiesByRefs = jest.fn(
    async ({ entityRefs }: { entityRefs: string[] }) => ({
      items: entityRefs.map(ref => known.get(ref)),
    }),
  );
  const read = jest.fn(async (location: string) => {
    const content = files[location];
    if (typeof content !== 'string') {
      throw content ?? new Error('there is no such file');
    }
    const [name, ...path] = location.split('/');
    return {
      repository: { key: name, name, branch: 'main' },
      path: path.join('/'),
      content,
    };
  });
  const service = new PatchService({
    catalog: { getEntitiesByRefs } as Partial<CatalogService> as CatalogService,
    files: new CatalogFiles({ local: { read }, remote: { read } }),
  });
  const visibility: Visibility = options.hidden ? new Set(known.keys()) : 'all';
  const make = async (changes: PatchesRequest['changes']) => {
    const response = await service.makePatches(
      { changes },
      { credentials: mockCredentials.user(), visibility },
    );
    expect(patchesResponseSchema.safeParse(response).error).toBeUndefined();
    return response;
  };
  return { make, read, getEntitiesByRefs };
}

const purpose = { purpose: 'All of it' };

describe('PatchService', () => {
  const entities = [
    productAt('orders', 'url:one/orders/catalog-info.yaml'),
    productAt('results', 'url:one/results/catalog-info.yaml'),
    productAt('forecast', 'file:two/catalog-info.yaml'),
    productAt('lost', 'file:two/none.yaml'),
    productAt('nowhere'),
    productAt('odd', 'bootstrap:bootstrap'),
    entityOf('Group', 'team-b'),
    entityOf('User', 'ann'),
  ];
  const files = {
    'one/orders/catalog-info.yaml': fileOf('orders'),
    'one/results/catalog-info.yaml': fileOf('results'),
    'two/catalog-info.yaml': fileOf('forecast', 'other'),
  };

  it('makes one patch for each repository', async () => {
    const { make } = setUp(entities, files);
    const { patches, problems } = await make([
      { entityRef: 'results', fields: purpose },
      { entityRef: 'dataproduct:default/forecast', fields: purpose },
      {
        entityRef: 'DataProduct:default/orders',
        fields: { owner: 'team-b', type: 'aggregate' },
      },
    ]);
    expect(problems).toEqual([]);
    expect(patches).toEqual([
      {
        repository: 'one',
        branch: 'main',
        fileName: 'one.patch',
        files: ['orders/catalog-info.yaml', 'results/catalog-info.yaml'],
        products: ['dataproduct:default/orders', 'dataproduct:default/results'],
        patch: `--- a/orders/catalog-info.yaml
+++ b/orders/catalog-info.yaml
@@ -3,5 +3,6 @@
 metadata:
   name: orders
 spec:
+  type: aggregate
   lifecycle: production # for now
-  owner: team-a
+  owner: group:default/team-b
--- a/results/catalog-info.yaml
+++ b/results/catalog-info.yaml
@@ -5,3 +5,4 @@
 spec:
   lifecycle: production # for now
   owner: team-a
+  purpose: All of it
`,
      },
      expect.objectContaining({
        repository: 'two',
        fileName: 'two.patch',
        files: ['catalog-info.yaml'],
      }),
    ]);
  });

  it('names what is in no patch, and goes on', async () => {
    const { make } = setUp(entities, files);
    const { patches, problems } = await make([
      { entityRef: 'lost', fields: purpose },
      { entityRef: 'nowhere', fields: purpose },
      { entityRef: 'odd', fields: purpose },
      { entityRef: 'stranger', fields: purpose },
      { entityRef: 'group:default/team-b', fields: purpose },
      { entityRef: '::', fields: purpose },
      {
        entityRef: 'orders',
        fields: {
          ...purpose,
          owner: 'group:default/gone',
          productOwner: 'Ann Smith',
          colour: 'red',
          version: ' ',
        },
      },
      { entityRef: 'orders', fields: { version: '2' } },
      { entityRef: 'results', fields: { owner: 'nobody' } },
    ]);
    expect(patches.map(({ products }) => products)).toEqual([
      ['dataproduct:default/orders'],
    ]);
    expect(
      problems.map(({ entityRef, field, message }) =>
        [entityRef.replace('dataproduct:default/', ''), field, message].join(
          ' | ',
        ),
      ),
    ).toEqual(
      expect.arrayContaining([
        'lost |  | Its catalog file file:two/none.yaml cannot be read: there is no such file',
        'nowhere |  | The catalog does not say where its file is.',
        'odd |  | Its catalog file bootstrap:bootstrap cannot be read: it is neither a url nor a file',
        'stranger |  | The catalog shows you no data product of this name.',
        'group:default/team-b |  | “group:default/team-b” names no data product.',
        ':: |  | “::” names no data product.',
        'orders | owner | The catalog shows you no group:default/gone.',
        expect.stringMatching(/^orders \| productOwner \| Name a person like/),
        expect.stringMatching(/^orders \| colour \| Only owner, productOwner/),
        'orders | version | There is nothing to fill in.',
        'orders |  | It is named twice. What is named first counts.',
        'results | owner | The catalog shows you no group:default/nobody.',
      ]),
    );
    expect(problems).toHaveLength(12);
  });

  it('says when a file no longer describes the product, or cannot be parsed', async () => {
    const { make } = setUp(entities, {
      ...files,
      'one/orders/catalog-info.yaml': fileOf('renamed'),
      'one/results/catalog-info.yaml': 'kind: [',
    });
    const { patches, problems } = await make([
      { entityRef: 'orders', fields: purpose },
      { entityRef: 'results', fields: purpose },
      { entityRef: 'forecast', fields: purpose },
    ]);
    expect(patches).toHaveLength(1);
    expect(problems.map(({ message }) => message)).toEqual([
      'orders/catalog-info.yaml does not describe dataproduct:default/orders: it was moved, renamed or removed.',
      expect.stringMatching(/^results\/catalog-info\.yaml, line 1: /),
    ]);
  });

  it('reads only where the catalog has read, whatever else the file says', async () => {
    const entity = productAt('orders', 'url:one/orders/catalog-info.yaml');
    entity.metadata.annotations!['backstage.io/source-location'] =
      'file:/etc/passwd';
    const { make, read } = setUp([entity], files);
    await make([{ entityRef: 'orders', fields: purpose }]);
    expect(read.mock.calls).toEqual([['one/orders/catalog-info.yaml']]);
  });

  it('reads a file once, and asks for all entities at once', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `p${i}`);
    const { make, read, getEntitiesByRefs } = setUp(
      names.map(name => productAt(name, 'url:one/catalog-info.yaml')),
      { 'one/catalog-info.yaml': fileOf(...names) },
    );
    const { patches } = await make(
      names.map(entityRef => ({ entityRef, fields: purpose })),
    );
    expect(patches[0].products).toHaveLength(200);
    expect(read).toHaveBeenCalledTimes(1);
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(1);
  });

  describe('for somebody who may not see everything', () => {
    const hidden = ['dataproduct:default/other', 'dataproduct:default/results'];
    const all = [...entities, productAt('other', 'file:two/catalog-info.yaml')];

    it('knows nothing of a product that is hidden', async () => {
      const { make, read } = setUp(all, files, { hidden });
      const { problems } = await make([
        { entityRef: 'results', fields: purpose },
      ]);
      expect(problems[0].message).toMatch(/shows you no data product/);
      expect(read).not.toHaveBeenCalled();
    });

    it('shows no lines of a file that describes something hidden', async () => {
      const { make } = setUp(all, files, { hidden });
      const { patches, problems } = await make([
        { entityRef: 'forecast', fields: purpose },
        { entityRef: 'orders', fields: purpose },
      ]);
      expect(patches.map(({ repository }) => repository)).toEqual(['one']);
      expect(problems).toEqual([
        {
          entityRef: 'dataproduct:default/forecast',
          message: expect.stringMatching(/also describes what you may not see/),
        },
      ]);
    });

    it('shows a file all of which may be seen', async () => {
      const { make } = setUp(all, files, { hidden: [hidden[1]] });
      const { patches } = await make([
        { entityRef: 'forecast', fields: purpose },
      ]);
      expect(patches).toHaveLength(1);
    });
  });

  it('changes, applied, nothing but what was filled in', async () => {
    const value: Record<FillableField, fc.Arbitrary<string>> = {
      owner: fc.constantFrom('team-b', 'group:default/team-b', 'user:ann'),
      productOwner: fc.constantFrom('ann', 'user:default/ann'),
      domain: fc.constant('domain:default/care'),
      purpose: fc.string({ unit: 'grapheme', maxLength: 60 }),
      type: fc.constantFrom('aggregate', 'Null', 'yes'),
      lifecycle: fc.constantFrom('production', 'no'),
      classification: fc.constantFrom('internal', '1e3'),
      notice: fc.constantFrom('30d', '2 weeks'),
      version: fc.constantFrom('1', '1.0', '0x1F', '2026-01-01'),
    };
    const change = fc.record({
      entityRef: fc.constantFrom('orders', 'results', 'forecast', 'lost'),
      fields: fc.record(value, { requiredKeys: [] }),
    });
    const all = [...entities, entityOf('Domain', 'care')];
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(change, { selector: c => c.entityRef, minLength: 1 }),
        async changes => {
          const { make } = setUp(all, files);
          const { patches, problems } = await make(changes);
          for (const [location, before] of Object.entries(files)) {
            const [repository, ...path] = location.split('/');
            const patch = patches.find(p => p.repository === repository);
            const part = parsePatch(patch?.patch ?? '').find(
              ({ newFileName }) => newFileName === `b/${path.join('/')}`,
            );
            const after = part ? applyPatch(before, part) : before;
            if (after === false) {
              throw new Error(`The patch does not fit ${location}`);
            }
            expect(documentsIn(after)).toEqual(
              documentsIn(before).map(document =>
                withFilled(document, changes, problems),
              ),
            );
            expect(commentsIn(after)).toEqual(commentsIn(before));
          }
        },
      ),
      {
        numRuns: 60,
        examples: [
          [[{ entityRef: 'orders', fields: { purpose: 'toString' } }]],
          [[{ entityRef: 'orders', fields: { purpose: 'a # b' } }]],
        ],
      },
    );
  });
});

type Document = { metadata: { name: string }; spec: Record<string, unknown> };

function documentsIn(content: string): Document[] {
  return parseAllDocuments(content).map(document => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

function commentsIn(content: string): string[] {
  return [...new Lexer().lex(content)].filter(token => token.startsWith('#'));
}

const FULL = new Map([
  ['team-b', 'group:default/team-b'],
  ['user:ann', 'user:default/ann'],
  ['ann', 'user:default/ann'],
]);

function withFilled(
  document: Document,
  changes: PatchesRequest['changes'],
  problems: { entityRef: string; field?: string }[],
): Document {
  const { name } = document.metadata;
  const { fields = {} } =
    changes.find(({ entityRef }) => entityRef === name) ?? {};
  const filled = fillableFields.flatMap(field => {
    const isRefused = problems.some(
      problem =>
        problem.entityRef.endsWith(`/${name}`) && problem.field === field,
    );
    const typed = fields[field];
    return typed === undefined || isRefused
      ? []
      : [[field, FULL.get(typed) ?? typed.replace(/\s+/g, ' ').trim()]];
  });
  return {
    ...document,
    spec: { ...document.spec, ...Object.fromEntries(filled) },
  };
}
