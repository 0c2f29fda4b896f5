import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { DataProductProcessor } from './DataProductProcessor';

const location = { type: 'file', target: '/catalog-info.yaml' };

function product(spec: JsonObject, root: Partial<Entity> = {}): Entity {
  return {
    apiVersion: 'backstage-data-mesh.io/v1alpha1',
    kind: 'DataProduct',
    metadata: { name: 'orders', namespace: 'default' },
    spec: { owner: 'a', lifecycle: 'production', ...spec },
    ...root,
  };
}

async function refusal(entity: Entity): Promise<string> {
  return new DataProductProcessor().validateEntityKind(entity).then(
    () => 'accepted',
    error => error.message,
  );
}

describe('DataProductProcessor', () => {
  it.each<[JsonObject, string]>([
    [
      { owner: undefined },
      'E1 spec.owner: found nothing; allowed is a text, such as "order-insights". Add owner. An entity reference to the team, or person, that answers for the data product. A Group unless another kind is written.',
    ],
    [
      { version: 1 },
      'E1 spec.version: found the number 1; allowed is a text, such as "2.1.0". Put it in quotes: "1".',
    ],
    [
      { type: null },
      'E1 spec.type: found an empty value (null); allowed is a text, such as "source-aligned". Fill it in, or remove the line.',
    ],
    [
      { domain: '' },
      'E1 spec.domain: found an empty text; allowed is a text, such as "sales". Fill it in, or remove the line.',
    ],
    [
      { stewards: 'jane' },
      'E1 spec.stewards: found "jane"; allowed is a list, such as ["jane.smith","group:default/data-governance"]. Write it as a list, each item on its own line after a dash.',
    ],
    [
      { purpose: 'é'.repeat(401) },
      'E1 spec.purpose: found a text of 401 characters; allowed is a text of at most 400 characters. Shorten it; longer texts fit into usage or limitations.',
    ],
    [
      { criticality: 'urgent' },
      'E1 spec.criticality: found "urgent"; allowed is "critical" or "high" or "medium" or "low". How badly the business is hurt when it fails.',
    ],
    [
      { mvpAt: 'soon' },
      'E1 spec.mvpAt: found "soon"; allowed is a day, such as "2026-01-31". A day, or a moment, in ISO 8601.',
    ],
    [
      { outputPorts: [{ name: 'a' }, { version: '1' }] },
      'E1 spec.outputPorts[1].name: found nothing; allowed is a text, such as "orders". Add name. The port\'s name; unique together with its version.',
    ],
    [
      { sla: [{ property: 'latency', value: [1] }] },
      'E1 spec.sla[0].value: found a list of 1; allowed is a text or a number or true or false, such as "99.9%". What is promised, as written.',
    ],
    [
      { customProperties: [{ property: 'a' }] },
      'E1 spec.customProperties[0].value: found nothing; allowed is any value, such as "4711". Add value. Any value.',
    ],
    [
      { team: { '0': 1, members: [7] } },
      'E1 spec.team.members[0]: found the number 7; allowed is an object. Somebody of the team.',
    ],
    [
      { outputPorts: [{ name: 'a' }, { name: 'a' }] },
      'E2 spec.outputPorts[1]: found the output port "a" without a version, as in spec.outputPorts[0]; allowed is each name and version once. Remove one of the two, or give it another name or version.',
    ],
    [
      { inputPorts: [{ name: 'a', contract: { format: 'odcs' } }] },
      'E3 spec.inputPorts[0].contract: found an object with format; allowed is an object with at least one of ref, id and url. Name the API entity of the contract in ref, or leave contract out.',
    ],
    [
      { owner: 'resource:a' },
      'E4 spec.owner: found "resource:a"; allowed is a reference to a Group or User. Name an entity of an allowed kind, for example group:default/name.',
    ],
    [
      { dependsOn: ['orders'] },
      'E4 spec.dependsOn[0]: found "orders" without a kind; allowed is a reference to a DataProduct, Component, Resource, API, or System, with its kind. Write the kind in front, for example dataproduct:default/name.',
    ],
    [
      { Owner: 'b' },
      'E5 spec.Owner: found the keys "owner" and "Owner"; allowed is one spelling of a key, as the catalog ignores case. Write the key the same way everywhere, or remove one.',
    ],
  ])('refuses %j', async (spec, message) => {
    expect(await refusal(product(spec))).toBe(message);
  });

  it('lists all problems, each on a line', async () => {
    const message = await refusal(
      product({ owner: 1, lifecycle: undefined, domain: 'user:a' }),
    );
    expect(message.split('\n').map(line => line.slice(0, 17))).toEqual([
      '3 problems:',
      'E1 spec.lifecycle',
      'E1 spec.owner: fo',
      'E4 spec.domain: f',
    ]);
  });

  it('stays readable with many and huge values', async () => {
    const message = await refusal(
      product({
        outputPorts: Array.from({ length: 500 }, () => ({
          name: 'x'.repeat(10_000),
        })),
      }),
    );
    expect(message.length).toBeLessThan(10_000);
    expect(message).toMatch(/^499 problems:/);
    expect(message).toMatch(/and 479 more$/);
  });

  it('names the version it knows', async () => {
    expect(
      await refusal(product({}, { apiVersion: 'backstage-data-mesh.io/v9' })),
    ).toBe(
      'E1 apiVersion: found "backstage-data-mesh.io/v9"; allowed is backstage-data-mesh.io/v1alpha1. Write apiVersion: backstage-data-mesh.io/v1alpha1',
    );
    expect(await refusal(product({}, { kind: 'dataproduct' }))).toBe(
      'E1 kind: found "dataproduct"; allowed is DataProduct. Write kind: DataProduct',
    );
  });

  it.each<Partial<Entity>>([
    { apiVersion: 'floe.dev/v1' },
    { apiVersion: 'backstage.io/v1alpha1', kind: 'Component' },
    { kind: 'ValueTree' },
  ])('leaves %j to others', async root => {
    const entity = product({ owner: 1 }, root);
    const processor = new DataProductProcessor();
    expect(await processor.validateEntityKind(entity)).toBe(false);
    const emit = jest.fn();
    expect(await processor.postProcessEntity(entity, location, emit)).toBe(
      entity,
    );
    expect(emit).not.toHaveBeenCalled();
  });

  it('emits relations in both directions', async () => {
    const entity = product({
      outputPorts: [{ name: 'o', contract: { ref: 'orders-v1' } }],
    });
    const emitted: CatalogProcessorResult[] = [];
    await new DataProductProcessor().postProcessEntity(
      entity,
      location,
      result => emitted.push(result),
    );
    const relations = emitted.map(result =>
      result.type === 'relation'
        ? `${stringifyEntityRef(result.relation.source)} ${
            result.relation.type
          } ${stringifyEntityRef(result.relation.target)}`
        : result.type,
    );
    expect(relations).toEqual([
      'dataproduct:default/orders ownedBy group:default/a',
      'group:default/a ownerOf dataproduct:default/orders',
      'dataproduct:default/orders providesApi api:default/orders-v1',
      'api:default/orders-v1 apiProvidedBy dataproduct:default/orders',
    ]);
  });
});
