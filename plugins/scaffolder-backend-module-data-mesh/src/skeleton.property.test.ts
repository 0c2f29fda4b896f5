import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createFetchTemplateAction } from '@backstage/plugin-scaffolder-backend';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject } from '@backstage/types';
import {
  checkDataProduct,
  checkDraft,
  DataProductDraft,
  parseContract,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import fc from 'fast-check';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { readTemplate, templatesFolder } from './__testUtils__/startPortal';
import { createProductWriteAction } from './actions/productWrite';
import { listTree } from './localRepositories/sourceTree';

jest.setTimeout(120_000);

const dir = createMockDirectory();

const hostile = [
  '${{ parameters.name }}',
  '{{ 7*7 }}{% raw %}',
  '{% for x in y %}',
  '{# comment #}',
  '": "',
  "'",
  '\\',
  '\\u0000',
  '- [ ] done',
  '# heading',
  '---\nkind: User\n',
  '...',
  'a: b',
  '*',
  '&anchor',
  '!!js/function',
  '<script>alert(1)</script>',
  '--8<-- "/etc/passwd"',
  '[link](javascript:alert(1))',
  '\u0085\u2028\u2029\ufeff',
  '\u007f\u009f',
  '\u0007bell',
  'a\r\nb\tc',
  '漢字 🧪 \u202e',
  '__proto__',
];
const text = (max: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...hostile) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map(parts => parts.join(' ').slice(0, max));

const draft = fc
  .record(
    {
      usage: text(2000),
      purpose: text(400),
      name: fc.stringMatching(/^[a-z0-9]{1,10}(-[a-z0-9]{1,8}){0,3}$/),
      domain: fc.constant('domain:default/supply-chain'),
      owner: fc.constant('group:default/team-logistics-data'),
      productOwner: fc.constant('user:default/oskar.nyberg'),
      title: text(255),
      type: fc.constantFrom('aggregate' as const, 'source-aligned' as const),
      outputPorts: fc.constant([
        { name: 'out', contract: { objects: [{ name: 't', fields: [] }] } },
      ]),
      access: fc.record({ howTo: text(500) }),
    },
    {
      requiredKeys: [
        ...(['usage', 'purpose', 'name'] as const),
        ...(['domain', 'owner', 'productOwner'] as const),
      ],
    },
  )
  .filter(
    value => checkDraft(value).length === 0,
  ) as fc.Arbitrary<DataProductDraft>;

const entity = (kind: string, name: string, annotations = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, annotations },
  spec: {},
});

const write = createProductWriteAction({
  catalog: catalogServiceMock({
    entities: [
      entity('Domain', 'supply-chain'),
      entity('User', 'oskar.nyberg', { 'github.com/user-login': 'a\n* @evil' }),
      entity('Group', 'team-logistics-data', {
        'github.com/team-slug': 'alvenro/logistics-data',
      }),
    ],
  }),
});
const fetchTemplate = createFetchTemplateAction({
  reader: mockServices.urlReader.mock(),
  integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
});
const template = readTemplate('new-data-product');
const [, skeletonStep] = template.spec!.steps as JsonObject[];

/** The steps write and skeleton, as the template has them. */
async function generate(answers: DataProductDraft): Promise<string> {
  const workspacePath = dir.resolve('workspace');
  await rm(workspacePath, { recursive: true, force: true });
  const product: JsonObject = {};
  const templateInfo = {
    entityRef: 'template:default/new-data-product',
    baseUrl: `file://${join(
      templatesFolder,
      'new-data-product',
      'template.yaml',
    )}`,
  };
  await write.handler({
    ...createMockActionContext({
      input: {
        draft: { ...answers },
        annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
      },
      workspacePath,
      templateInfo,
    }),
    output: (key: string, value: unknown) => {
      product[key] = value as JsonObject;
    },
  });
  await fetchTemplate.handler({
    ...createMockActionContext({
      input: {
        url: (skeletonStep.input as { url: string }).url,
        values: { product, answers },
      },
      workspacePath,
      templateInfo,
    }),
    createTemporaryDirectory: async () => dir.resolve('template'),
  });
  return workspacePath;
}

describe('what the template makes', () => {
  it('can be read and is valid, whatever is answered', async () => {
    await fc.assert(
      fc.asyncProperty(draft, async answers => {
        const root = await generate(answers);
        const read = (path: string) => readFile(join(root, path), 'utf8');
        const files = await listTree(root);

        expect(files).toEqual(
          expect.arrayContaining([
            '.gitignore',
            'CODEOWNERS',
            'README.md',
            'catalog-info.yaml',
            'docs/index.md',
            'mkdocs.yml',
          ]),
        );
        for (const path of files.filter(file => /\.ya?ml$/.test(file))) {
          const documents = parseAllDocuments(await read(path));
          expect([documents].flat().flatMap(d => d.errors)).toEqual([]);
        }

        const [product, api, ...more] = parseAllDocuments(
          await read('catalog-info.yaml'),
        ).map(document => document.toJS());
        expect(checkDataProduct(product)).toEqual([]);
        expect(product.metadata.annotations).toEqual({
          'backstage.io/techdocs-ref': 'dir:.',
          'backstage.io/source-template': 'template:default/new-data-product',
        });
        expect(product.spec.purpose).toBe(answers.purpose.trim());
        expect(more).toEqual([]);
        const contract = api && (await read(api.spec.definition.$text));
        expect(contract ? parseContract(contract).problems : []).toEqual([]);

        const mkdocs = await read('mkdocs.yml');
        expect(Object.keys(parse(mkdocs))).toEqual([
          'site_name',
          'nav',
          'plugins',
        ]);
        // What YAML 1.1 calls printable, as MkDocs reads no other.
        expect(mkdocs).toMatch(
          /^[\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u,
        );
        expect(mkdocs.split('\n')).toHaveLength(8);
        expect(await read('CODEOWNERS')).toBe(
          '# Who is asked for a review\n* @alvenro/logistics-data\n',
        );
        for (const path of ['README.md', 'docs/index.md']) {
          const markdown = await read(path);
          expect(markdown).not.toContain('<');
          expect(markdown).toContain(
            answers.purpose.replace(/</g, '&lt;').trim(),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
