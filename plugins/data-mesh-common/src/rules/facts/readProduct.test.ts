import { DataProductEntityV1alpha1 } from '../../kind';
import { readProduct } from './readProduct';

const entity = (
  spec: object,
  metadata: object = {},
): DataProductEntityV1alpha1 => ({
  apiVersion: 'backstage-data-mesh.io/v1alpha1',
  kind: 'DataProduct',
  metadata: { name: 'Orders', namespace: 'Lab', ...metadata },
  spec: { owner: 'lab-data', lifecycle: 'Production', ...spec },
});

describe('readProduct', () => {
  it('needs no more than owner and lifecycle', () => {
    expect(readProduct(entity({}))).toMatchObject({
      ref: 'dataproduct:lab/orders',
      name: 'Orders',
      lifecycle: 'production',
      owner: 'group:lab/lab-data',
      domains: [],
      outputPorts: [],
      declaresInputs: false,
      hasDocs: false,
    });
  });

  it('gives refs in full', () => {
    expect(
      readProduct(
        entity({
          owner: 'user:default/Ann',
          productOwner: 'Bo',
          domain: 'default/Diagnostics',
          system: 'LIS',
          dependsOn: ['component:default/lis', 'api:default/x'],
          inputPorts: [{ name: 'a', source: 'default/results' }],
        }),
      ),
    ).toMatchObject({
      owner: 'user:default/ann',
      productOwner: 'user:lab/bo',
      domains: ['domain:default/diagnostics'],
      system: 'system:lab/lis',
      inputs: [
        'component:default/lis',
        'api:default/x',
        'dataproduct:default/results',
      ],
      declaresInputs: true,
    });
  });

  it('reads ports, without deprecated ones', () => {
    const { outputPorts } = readProduct(
      entity({
        outputPorts: [
          {
            name: 'a',
            type: 'SQL',
            platform: 'Snowflake',
            location: 'LAB.ORDERS',
            contract: { ref: 'orders-v1', id: 'orders' },
          },
          { name: 'b', contract: { url: 'https://git.example/b.yaml' } },
          { name: 'c', contract: { ref: ':' } },
          { name: 'old', deprecated: true },
        ],
      }),
    );

    expect(outputPorts).toEqual([
      {
        name: 'a',
        type: 'sql',
        address: 'snowflake lab.orders',
        contract: { ref: 'api:lab/orders-v1', isElsewhere: false },
      },
      { name: 'b', contract: { isElsewhere: true } },
      { name: 'c', contract: { isElsewhere: false } },
    ]);
  });

  it.each([
    [{ annotations: { 'backstage.io/techdocs-ref': 'dir:.' } }, true],
    [{ links: [{ url: 'https://wiki.example', icon: 'docs' }] }, true],
    [{ links: [{ url: 'https://wiki.example', type: 'documentation' }] }, true],
    [{ links: [{ url: 'https://bi.example', icon: 'dashboard' }] }, false],
  ])('docs by %j', (metadata, hasDocs) => {
    expect(readProduct(entity({}, metadata)).hasDocs).toBe(hasDocs);
  });

  it.each([
    [
      'backstage.io/source-location',
      'url:https://git.example/lab/tree/main/',
      'url:https://git.example/lab/tree/main',
    ],
    [
      'backstage.io/managed-by-location',
      'file:/products/orders/catalog-info.yaml',
      'file:/products/orders',
    ],
    ['other', 'x', undefined],
  ])('the source by %s', (key, value, expected) => {
    expect(
      readProduct(entity({}, { annotations: { [key]: value } })).sourceLocation,
    ).toBe(expected);
  });

  it('says of texts whether they are there', () => {
    expect(
      readProduct(
        entity({
          access: {
            howTo: ' ',
            url: 'https://access.example',
            default: 'open',
          },
          privacy: { retention: '1 year', masking: '' },
          funding: { run: 'IT', until: '2027-01-01' },
          terms: ['a', 'b'],
          sla: [{ property: 'latency', value: 0 }],
          inputs: 'none',
        }),
      ),
    ).toMatchObject({
      access: { howTo: true, approver: false, open: true },
      privacy: { retention: true, legalBasis: false, masking: false },
      funding: { run: 'IT', until: '2027-01-01' },
      terms: 2,
      serviceLevels: [{ property: 'latency', value: '0' }],
      declaresInputs: true,
    });
  });
});
