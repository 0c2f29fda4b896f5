import {
  documentsOf,
  problemsOfContract,
  productIn,
} from './__testUtils__/generated';
import { fullDraft, sixAnswers } from './__testUtils__/drafts';
import { parseContract } from '../contract';
import { warningsOf } from '../kind';
import { DataProductDraft } from './DataProductDraft';
import { writeDraft } from './writeDraft';

function contractOf(draft: DataProductDraft, position = 0) {
  const file = writeDraft(draft)[position + 1];
  expect(problemsOfContract(file)).toEqual([]);
  return documentsOf(file)[0] as Record<string, any>;
}

describe('writeDraft', () => {
  it('writes six answers as a candidate', () => {
    const [catalog, ...others] = writeDraft(sixAnswers);

    expect(others).toEqual([]);
    expect(catalog).toEqual({
      path: 'catalog-info.yaml',
      content: `apiVersion: backstage-data-mesh.io/v1alpha1
kind: DataProduct
metadata:
  name: demand-forecast
spec:
  lifecycle: candidate
  owner: group:default/team-logistics-data
  productOwner: user:default/oskar.nyberg
  domain: domain:default/supply-chain
  purpose: Forecast reagent demand per clinic and week.
  usage: Planners in clinics, to order reagents a week ahead
`,
    });
  });

  it('writes a full draft without anything to warn of', () => {
    const [catalog, ...contracts] = writeDraft(fullDraft);

    expect(warningsOf(productIn(catalog))).toEqual([]);
    expect(contracts.map(({ path }) => path)).toEqual([
      'contracts/demand-forecast-sql-v1.odcs.yaml',
      'contracts/demand-forecast-api-v1.odcs.yaml',
    ]);
    contracts.forEach(file => expect(problemsOfContract(file)).toEqual([]));
  });

  it('points from port to contract to file', () => {
    const [catalog, file] = writeDraft(fullDraft);
    const [product, api] = documentsOf(catalog) as Record<string, any>[];

    expect(product.spec.outputPorts[0].contract).toEqual({
      ref: 'api:default/demand-forecast-sql-v1',
    });
    expect(api).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'API',
      metadata: {
        name: 'demand-forecast-sql-v1',
        annotations: {
          'backstage-data-mesh.io/contract-id': 'demand-forecast-sql',
        },
      },
      spec: {
        type: 'odcs',
        lifecycle: 'production',
        owner: 'group:default/team-logistics-data',
        definition: { $text: `./${file.path}` },
      },
    });
    expect(parseContract(file.content).contract?.id).toBe(
      'demand-forecast-sql',
    );
  });

  it('says promises in the contracts, and only there', () => {
    const [catalog] = writeDraft(fullDraft);

    expect(productIn(catalog).spec.sla).toBeUndefined();
    expect(contractOf(fullDraft).slaProperties).toEqual([
      { property: 'latency', value: 4, unit: 'h' },
      { property: 'availability', value: '99.5%' },
      { property: 'retention', value: 18, unit: 'mo' },
    ]);
    expect(contractOf(fullDraft).schema[0].quality).toEqual([
      { type: 'text', description: 'Every clinic has a forecast each week.' },
    ]);
  });

  it('says them in the product while there is no contract', () => {
    const { promises } = fullDraft;
    const [catalog] = writeDraft({ ...sixAnswers, promises });

    expect(productIn(catalog).spec.sla).toEqual([
      { property: 'latency', value: 4, unit: 'h' },
      { property: 'availability', value: '99.5%' },
      { property: 'retention', value: 18, unit: 'mo' },
      { property: 'quality', value: 'Every clinic has a forecast each week.' },
    ]);
  });

  it('numbers the fields of a key, and nests the others', () => {
    const { properties } = contractOf(fullDraft).schema[0];

    expect(properties[0]).toMatchObject({
      primaryKey: true,
      primaryKeyPosition: 1,
    });
    expect(properties[1]).toMatchObject({
      primaryKey: true,
      primaryKeyPosition: 2,
    });
    expect(properties[2].items.properties[0].name).toBe('reagent');
    expect(properties[3].properties[1].logicalType).toBe('timestamp');
    expect(properties[4].items).toEqual({ logicalType: 'string' });
  });

  it.each([
    ['experimental', undefined, 'draft'],
    ['production', 'production', 'active'],
  ] as const)(
    'makes a contract of the lifecycle %s',
    (stage, lifecycle, status) => {
      const draft = { ...fullDraft, lifecycle };
      expect(productIn(writeDraft(draft)[0]).spec.lifecycle).toBe(stage);
      expect(contractOf(draft)).toMatchObject({
        status,
        version: '1.0.0',
        domain: 'supply-chain',
      });
    },
  );

  it('only refers to a contract of somebody else', () => {
    const files = writeDraft({
      ...sixAnswers,
      outputPorts: [
        { name: 'sql', contract: { ref: 'shared-v1', objects: [] } },
      ],
    });
    expect(files).toHaveLength(1);
    expect(productIn(files[0]).spec.outputPorts).toEqual([
      {
        name: 'sql',
        version: '1.0.0',
        contract: { ref: 'api:default/shared-v1' },
      },
    ]);
  });

  it('knows who means to use it', () => {
    expect(productIn(writeDraft(fullDraft)[0]).spec.consumers).toEqual([
      {
        ref: 'group:default/clinic-operations',
        purpose: fullDraft.usage,
        state: 'intended',
      },
    ]);
  });

  it('states that there are no inputs', () => {
    const [catalog] = writeDraft({ ...sixAnswers, inputs: 'none' });
    expect(productIn(catalog).spec.inputs).toBe('none');
  });

  it('refuses a draft that is not sound', () => {
    expect(() =>
      writeDraft({ ...sixAnswers, name: 'Demand Forecast' }),
    ).toThrow('Use small letters, digits and single hyphens only');
  });
});
