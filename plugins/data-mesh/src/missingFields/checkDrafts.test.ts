import { changesOf, checkDrafts, refsIn } from './checkDrafts';
import { Drafts } from './drafts';

const drafts: Drafts = {
  'dataproduct:emea/a': {
    title: 'A',
    fields: { owner: 'lab', domain: 'default/sales', type: 'Aggregate' },
  },
  'dataproduct:default/b': {
    title: 'B',
    fields: { productOwner: 'gone', lifecycle: 'prod', purpose: 'All of it' },
  },
  'dataproduct:default/c': { title: 'C', fields: { owner: 'a b' } },
};
const words = { type: ['aggregate'], lifecycle: ['production'] };
const there: Record<string, boolean> = {
  'domain:default/sales': true,
  'user:default/gone': false,
};

describe('checkDrafts', () => {
  const checked = checkDrafts(
    drafts,
    words,
    ref => there[ref],
    'not in the catalog',
  );

  it('checks words, refs and what the catalog knows', () => {
    expect(checked).toEqual({
      'dataproduct:emea/a': {
        owner: { state: 'unsure', value: 'group:emea/lab' },
        domain: { state: 'fine', value: 'domain:default/sales' },
        type: { state: 'fine', value: 'aggregate' },
      },
      'dataproduct:default/b': {
        productOwner: {
          state: 'wrong',
          problem: 'user:default/gone: not in the catalog',
        },
        lifecycle: { state: 'wrong', problem: '“prod” is none of production.' },
        purpose: { state: 'fine', value: 'All of it' },
      },
      'dataproduct:default/c': {
        owner: {
          state: 'wrong',
          problem: expect.stringContaining('nothing in the catalog'),
        },
      },
    });
  });

  it('asks for all that is not wrong', () => {
    expect(changesOf(checked)).toEqual([
      {
        entityRef: 'dataproduct:emea/a',
        fields: {
          owner: 'group:emea/lab',
          domain: 'domain:default/sales',
          type: 'aggregate',
        },
      },
      { entityRef: 'dataproduct:default/b', fields: { purpose: 'All of it' } },
    ]);
  });

  it('looks up what is a ref, each once', () => {
    expect(
      refsIn({ ...drafts, 'dataproduct:emea/z': drafts['dataproduct:emea/a'] }),
    ).toEqual(['domain:default/sales', 'group:emea/lab', 'user:default/gone']);
  });
});
