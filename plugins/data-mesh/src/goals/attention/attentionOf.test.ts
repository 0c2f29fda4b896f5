import {
  hintCodes,
  ValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { measure, noShowTree, treeNode, valueTree } from '../../testing/goals';
import { link } from '../../testing/products';
import { readView } from '../view';
import { attentionOf, Finding } from './attentionOf';

const words = (finding: Finding) =>
  finding.is === 'hint' ? finding.hint.code : finding.is;

/** `todo: subject finding finding` of all that was found. */
const found = (tree: ValueTree, search = '') =>
  attentionOf(tree, readView(new URLSearchParams(search))).flatMap(
    ({ todo, subjects }) =>
      subjects.map(
        ({ node, entity, findings }) =>
          `${todo}: ${[node?.id ?? entity?.title, ...findings.map(words)].join(
            ' ',
          )}`,
      ),
  );

const stale = measure({
  nodeId: 'DG-4',
  standing: { status: 'stale', dueAt: '2026-08-01' },
});
const owner = link('group:default/trials', 'Trials');
const lab = link('domain:default/lab', 'Lab');

/** A tree in which all kinds of things deserve a look. */
const tree = () =>
  valueTree(
    [
      ...noShowTree(),
      treeNode({
        id: 'DG-4',
        domain: lab,
        owner,
        primary: stale,
        helpWanted: 'Who knows the sites?',
        toRead: [
          { id: 'M-07', name: 'Days', dueAt: '2026-08-01', isStale: true },
          { id: 'M-08', name: 'Answers', dueAt: '2026-11-20' },
        ],
        hints: [
          { code: 'only-lagging', node: 'DG-4' },
          { code: 'goal-too-old', node: 'DG-4' },
        ],
      }),
      treeNode({
        id: 'B-08',
        kind: 'bet',
        parentId: 'DG-4',
        state: 'stop-ready',
        stance: 'explore',
        domain: lab,
        hints: [
          { code: 'no-stop-rule', node: 'B-08' },
          { code: 'ready-for-a-decision', node: 'B-08' },
          { code: 'review-overdue', node: 'B-08', value: '2026-10-01' },
        ],
        withoutProduct: true,
      }),
      treeNode({
        id: 'I-08',
        kind: 'initiative',
        parentId: 'B-08',
        domain: lab,
        hints: [{ code: 'serves-another-domain', node: 'I-08', isNews: true }],
      }),
      treeNode({
        id: 'B-12',
        kind: 'bet',
        parentId: 'DG-4',
        state: 'stopped',
        domain: lab,
        helpWanted: 'Too late',
        primary: measure(),
      }),
    ],
    {
      hints: [
        { code: 'too-many-active-bets', domain: lab, value: 7 },
        {
          code: 'product-without-goal',
          domain: lab,
          product: link('dataproduct:default/sales', 'Sales orders'),
        },
        {
          code: 'product-of-closed-goals',
          product: link('dataproduct:default/old', 'Old one'),
        },
      ],
    },
  );

describe('what deserves a look', () => {
  it('is told once for each that it is about, by what is to be done', () => {
    expect(found(tree())).toEqual([
      'decide: B-08 ready-for-a-decision review-overdue',
      'decide: Lab too-many-active-bets',
      'decide: Old one product-of-closed-goals',
      'read: DG-4 reading reading',
      'behind: CG-1 behind',
      'behind: DG-2 behind',
      'help: DG-4 help',
      'link: B-08 no-product',
      'link: Sales orders product-without-goal',
      'measure: DG-4 only-lagging',
      'say: B-08 no-stop-rule',
      'other: DG-4 goal-too-old',
    ]);
  });

  it.each<[search: string, expected: string[]]>([
    [
      'domain=domain%3Adefault%2Flab&attention=yes',
      [
        'decide: B-08 ready-for-a-decision review-overdue',
        'decide: Lab too-many-active-bets',
        'read: DG-4 reading reading',
        'help: DG-4 help',
        'link: B-08 no-product',
        'link: Sales orders product-without-goal',
        'measure: DG-4 only-lagging',
        'say: B-08 no-stop-rule',
        'other: DG-4 goal-too-old',
      ],
    ],
    // Nodes of the whole company, products of no domain
    [
      'domain=none',
      ['decide: Old one product-of-closed-goals', 'behind: CG-1 behind'],
    ],
    [
      'owner=group%3Adefault%2Ftrials',
      [
        'read: DG-4 reading reading',
        'help: DG-4 help',
        'measure: DG-4 only-lagging',
        'other: DG-4 goal-too-old',
      ],
    ],
    [
      'stance=explore',
      [
        'decide: B-08 ready-for-a-decision review-overdue',
        'link: B-08 no-product',
        'say: B-08 no-stop-rule',
      ],
    ],
    ['state=achieved', []],
  ])('of what %s asks for', (search, expected) => {
    expect(found(tree(), search)).toEqual(expected);
  });

  it('has a place for every hint', () => {
    const hints = hintCodes.map(code => ({ code, node: 'DG-2' }));
    const [lost] = attentionOf(
      valueTree([treeNode({ hints })]),
      readView(new URLSearchParams()),
    ).filter(({ todo }) => todo === 'other');
    // The one that is news; here it is told as if it were none
    expect(lost.subjects[0].findings.map(words)).toEqual([
      'serves-another-domain',
    ]);
  });
});
