import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import { EntityChangeProcessor } from './EntityChangeProcessor';

function entity(kind: string, spec: JsonObject = {}): Entity {
  return { apiVersion: 'a/v1', kind, metadata: { name: 'X' }, spec };
}

/** Runs rounds of processing of one entity, with the catalog's cache rules. */
function setup() {
  const events = mockServices.events.mock();
  const logger = mockServices.logger.mock();
  const processor = new EntityChangeProcessor({ events, logger });
  let cached: JsonObject = {};

  /** Tells how often something was published. */
  const process = async (subject: Entity, commit = true) => {
    let written: JsonObject | undefined;
    const cache = {
      get: async (key: string) => cached[key],
      set: async (key: string, value: string) => {
        written = { ...written, [key]: value };
      },
    } as CatalogProcessorCache;
    events.publish.mockClear();
    const result = await processor.postProcessEntity(
      subject,
      { type: 'file', target: 'x' },
      () => {},
      cache,
    );
    expect(result).toBe(subject);
    cached = commit && written ? written : cached;
    await new Promise(resolve => setImmediate(resolve));
    return events.publish.mock.calls.length;
  };
  return { events, logger, process };
}

describe('EntityChangeProcessor', () => {
  it('publishes the ref of an entity, once for each content', async () => {
    const { events, process } = setup();
    expect(await process(entity('DataProduct', { a: 1 }))).toBe(1);
    expect(events.publish).toHaveBeenCalledWith({
      topic: 'data-mesh.entity.changed',
      eventPayload: { ref: 'dataproduct:default/x' },
    });
    expect(await process(entity('DataProduct', { a: 1 }))).toBe(0);
    expect(await process(entity('DataProduct', { a: 2 }))).toBe(1);
    expect(await process(entity('DataProduct', { a: 2 }))).toBe(0);
    expect(await process(entity('DataProduct', { a: 1 }))).toBe(1);
  });

  it('tells when an API becomes a contract and when it stops being one', async () => {
    const { process } = setup();
    expect(await process(entity('API', { type: 'openapi' }))).toBe(0);
    expect(await process(entity('API', { type: 'odcs' }))).toBe(1);
    expect(await process(entity('API', { type: 'openapi' }))).toBe(1);
    expect(await process(entity('API', { type: 'grpc' }))).toBe(0);
  });

  it('publishes again when processing failed after it', async () => {
    const { process } = setup();
    expect(await process(entity('Group'), false)).toBe(1);
    expect(await process(entity('Group'))).toBe(1);
    expect(await process(entity('Group'))).toBe(0);
  });

  it('neither fails with the events service nor loses the change', async () => {
    const { events, logger, process } = setup();
    events.publish.mockRejectedValueOnce(new Error('down'));
    expect(await process(entity('User'))).toBe(1);
    events.publish.mockImplementationOnce(() => {
      throw new Error('still down');
    });
    expect(await process(entity('User'))).toBe(1);
    expect(await process(entity('User'))).toBe(1);
    expect(await process(entity('User'))).toBe(0);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('does not wait for subscribers', async () => {
    const { events, process } = setup();
    events.publish.mockReturnValue(new Promise(() => {}));
    expect(await process(entity('System'))).toBe(1);
  });
});
