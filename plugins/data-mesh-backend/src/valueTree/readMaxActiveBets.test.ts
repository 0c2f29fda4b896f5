import { mockServices } from '@backstage/backend-test-utils';
import { readMaxActiveBets } from './readMaxActiveBets';

describe('readMaxActiveBets', () => {
  const read = (valueTree: object) =>
    readMaxActiveBets(
      mockServices.rootConfig({ data: { dataMesh: { valueTree } } }),
    );

  it('reads what is configured', () => {
    expect(read({ maxActiveBets: 3 })).toBe(3);
    expect(read({})).toBeUndefined();
  });

  it.each([0, 2.5, -1])('refuses %d', maxActiveBets => {
    expect(() => read({ maxActiveBets })).toThrow(
      `dataMesh.valueTree.maxActiveBets is ${maxActiveBets}; it has to be 1 or more`,
    );
  });
});
