import { demoFiles, demoProducts } from './__testUtils__/demo';
import { sixAnswers } from './__testUtils__/drafts';
import { checkDraft } from './checkDraft';
import { readDraft } from './readDraft';
import { writeDraft } from './writeDraft';

const [catalog] = writeDraft(sixAnswers);

describe('readDraft', () => {
  it.each(demoProducts)('reads %s', name => {
    const draft = readDraft(demoFiles(name));

    expect(draft.name).toBe(name);
    // What is not answered yet is the only thing to complain about.
    const open = checkDraft(draft, { changing: true });
    expect(open.map(({ path }) => path[0])).toEqual(
      open
        .map(({ path }) => path[0])
        .filter(key => !Object.hasOwn(draft, key) || key === 'privacy'),
    );
  });

  it('reads ports that share a contract, deprecated ones and inputs', () => {
    const { inputPorts, outputPorts, promises } = readDraft(
      demoFiles('lab-orders'),
    );

    expect(
      outputPorts?.map(({ name, version, contract }) => [
        name,
        version,
        contract?.ref,
        contract?.objects.length,
      ]),
    ).toEqual([
      ['orders-sql', '2.1.0', 'api:default/lab-orders-v2', 1],
      ['orders-stream', '2.1.0', 'api:default/lab-orders-v2', 0],
      ['orders-sql', '1.4.0', 'api:default/lab-orders-v1', 1],
    ]);
    expect(inputPorts).toEqual([
      {
        name: 'lis-orders',
        externalSource: 'Change capture from the order tables of the LIS',
      },
    ]);
    expect(promises).toMatchObject({
      freshness: { value: 10, unit: 'min' },
      availability: 99.5,
      retention: { value: 3, unit: 'y' },
    });
  });

  it('writes refs in full', () => {
    const short = catalog.content
      .replace('domain:default/', '')
      .replace('group:default/', '')
      .replace('user:default/', 'other/')
      .replace('name: demand', 'namespace: sales\n  name: demand');
    expect(readDraft([{ ...catalog, content: short }])).toMatchObject({
      domain: 'domain:sales/supply-chain',
      owner: 'group:sales/team-logistics-data',
      productOwner: 'user:other/oskar.nyberg',
    });
  });

  it('passes over files that are of no concern', () => {
    const files = [
      { path: 'mkdocs.yml', content: 'kind: API\n: : [' },
      { path: 'README.md', content: '# kind' },
      catalog,
    ];
    expect(readDraft(files)).toEqual(sixAnswers);
  });

  it.each([
    ['no file', [], /no DataProduct in these files/],
    [
      'another product',
      [catalog],
      /no DataProduct named other in these files: catalog-info.yaml/,
    ],
    [
      'a file that is no YAML',
      [{ ...catalog, content: `${catalog.content}  x: [` }],
      /^catalog-info.yaml, line \d+: /,
    ],
  ])('refuses %s', (_, files, message) => {
    const name = files.length ? 'other' : undefined;
    expect(() => readDraft(files, { name })).toThrow(message);
  });

  it('takes a contract that it cannot read for one that is elsewhere', () => {
    const content = `${catalog.content}  outputPorts:
    - { name: a, contract: { ref: x-v1 } }
    - { name: b, contract: { ref: y-v1 } }
    - { name: c, contract: { url: 'https://example.com' } }
---
kind: API
metadata: { name: x-v1 }
spec: { definition: { $text: ../outside.yaml } }
---
kind: API
metadata: { name: y-v1 }
spec: { definition: { $text: 'https://example.com/y.yaml' } }
`;
    expect(readDraft([{ ...catalog, content }]).outputPorts).toEqual([
      { name: 'a', contract: { ref: 'api:default/x-v1', objects: [] } },
      { name: 'b', contract: { ref: 'api:default/y-v1', objects: [] } },
      { name: 'c' },
    ]);
  });
});
