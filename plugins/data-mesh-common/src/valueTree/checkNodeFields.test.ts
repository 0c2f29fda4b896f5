import { nodeFieldsSchema, nodeKinds } from '../api';
import { checkNodeFields } from './checkNodeFields';
import { fieldsOfKind } from './kinds';

describe('checkNodeFields', () => {
  it('tells each field that a kind does not have', () => {
    expect(
      checkNodeFields('goal', { title: 'x', stance: 'explore', rank: 1 }),
    ).toEqual(['stance: a goal has none', 'rank: a goal has none']);
    expect(checkNodeFields('initiative', { stopRule: 'x' })).toEqual([
      'stopRule: an initiative has none',
    ]);
    expect(checkNodeFields('bet', { domain: 'domain:default/a' })).toEqual([
      'domain: a bet has none',
    ]);
    expect(checkNodeFields('vision', { colour: 'red' })).toEqual([
      'colour: a vision has none',
    ]);
  });

  it('takes what is empty as not there', () => {
    expect(
      checkNodeFields('goal', { title: 'x', stance: null, rank: undefined }),
    ).toEqual([]);
  });

  it.each(nodeKinds)('goes by the table for a %s', kind => {
    for (const name of Object.keys(nodeFieldsSchema.shape)) {
      const isKnown = fieldsOfKind[kind].some(known => known === name);
      expect(checkNodeFields(kind, { [name]: 'x' })).toHaveLength(
        isKnown ? 0 : 1,
      );
    }
  });
});
