import { takesPartInMesh } from './takesPartInMesh';

describe('takesPartInMesh', () => {
  it.each<[string, unknown, boolean]>([
    ['DataProduct', undefined, true],
    ['Domain', undefined, true],
    ['Group', 'team', true],
    ['User', undefined, true],
    ['System', undefined, true],
    ['component', 'service', true],
    ['Resource', 'database', true],
    ['API', 'odcs', true],
    ['api', 'ODCS', true],
    ['API', 'openapi', false],
    ['API', 7, false],
    ['Location', 'url', false],
    ['Template', 'service', false],
  ])('%s of type %s: %s', (kind, type, expected) => {
    const entity = {
      apiVersion: 'a/v1',
      kind,
      metadata: { name: 'x' },
      spec: { type } as { type: string },
    };
    expect(takesPartInMesh(entity)).toBe(expected);
  });
});
