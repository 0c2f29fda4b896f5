import { found, lab } from '../__testUtils__/found';
import { day, fineTree, today, TreeBuilder } from '../__testUtils__/trees';
import { HintModel } from './hintCodes';

const backlog = (seenAt: string | undefined, state?: 'open' | 'done') => ({
  links: {
    products: ['dataproduct:default/orders'],
    backlog: [{ provider: 'jira' as const, ref: 'LAB-1', state, seenAt }],
  },
});

describe('an initiative', () => {
  it.each<[string, TreeBuilder, HintModel[]]>([
    [
      'has no use',
      fineTree({ initiative: { useCases: [] } }),
      [{ code: 'initiative-without-use', node: 'I' }],
    ],
    [
      'has no product',
      fineTree({
        initiative: { links: { backlog: backlog(today).links.backlog } },
      }),
      [{ code: 'initiative-without-product', node: 'I' }],
    ],
    [
      'is linked to nothing',
      fineTree({ initiative: { links: undefined } }),
      [
        { code: 'initiative-without-product', node: 'I' },
        { code: 'no-backlog', node: 'I' },
      ],
    ],
    [
      'is only proposed, without a backlog',
      fineTree({
        initiative: {
          state: 'proposed',
          links: { products: ['dataproduct:default/orders'] },
        },
      }),
      [],
    ],
    [
      'has a backlog item that was not seen for 31 days',
      fineTree({ initiative: backlog(day(-31), 'open') }),
      [{ code: 'backlog-not-seen-lately', node: 'I', value: 'LAB-1' }],
    ],
    [
      'has one that was seen 30 days ago',
      fineTree({ initiative: backlog(day(-30), 'open') }),
      [],
    ],
    [
      'has one that was never seen',
      fineTree({ initiative: backlog(undefined) }),
      [],
    ],
    [
      'has one that is done',
      fineTree({ initiative: backlog(day(-90), 'done') }),
      [],
    ],
    [
      'has several, and the one unseen the longest is named',
      fineTree({
        initiative: {
          links: {
            products: ['dataproduct:default/orders'],
            backlog: [
              { provider: 'jira', ref: 'LAB-1', seenAt: day(-40) },
              { provider: 'jira', ref: 'LAB-2', seenAt: `${day(-50)}T08:00Z` },
            ],
          },
        },
      }),
      [{ code: 'backlog-not-seen-lately', node: 'I', value: 'LAB-2' }],
    ],
  ])('%s', (_, tree, hints) => {
    expect(found(tree)).toEqual(hints);
  });

  it('takes links of catalog files as links', () => {
    const tree = fineTree({
      initiative: { links: { backlog: backlog(today).links.backlog } },
    });
    const products = [{ ref: 'dataproduct:default/orders', nodes: ['I'] }];
    expect(found(tree, { products })).toEqual([]);
  });

  it('is served by other domains as well', () => {
    const products = [
      { ref: 'dataproduct:default/orders', domain: lab },
      {
        ref: 'dataproduct:default/a',
        domain: 'domain:default/b',
        nodes: ['I'],
      },
      {
        ref: 'dataproduct:default/c',
        domain: 'domain:default/b',
        nodes: ['I'],
      },
      { ref: 'dataproduct:default/d', nodes: ['I'] },
    ];
    expect(found(fineTree(), { products })).toEqual([
      {
        code: 'serves-another-domain',
        node: 'I',
        domain: 'domain:default/b',
        isNews: true,
      },
    ]);
  });
});
