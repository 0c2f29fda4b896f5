import { noShowTree, treeNode } from '../../testing/goals';
import { link } from '../../testing/products';
import { idsIn, initiativesOf } from './initiativesOf';

const lab = link('domain:default/lab', 'Lab');
const initiative = (id: string, change: Parameters<typeof treeNode>[0] = {}) =>
  treeNode({ id, kind: 'initiative', parentId: undefined, ...change });

describe('the initiatives of a tree', () => {
  it('name the bet and the goal that they serve', () => {
    expect(initiativesOf(noShowTree(), undefined)).toContainEqual({
      id: 'I-04',
      title: 'No-show reminders',
      bet: 'If staff know who may not come, reminders cut misses',
      goal: 'Fewer empty appointment slots',
      domain: expect.objectContaining({ title: 'Patient services' }),
      isClosed: false,
      isOffered: true,
    });
  });

  it('begin with those of the domain, and end with those of none', () => {
    const nodes = [
      initiative('none', { domain: undefined }),
      ...noShowTree(),
      initiative('l2', { domain: lab }),
      initiative('l1', { domain: lab }),
    ];
    const idsFor = (domain?: string) =>
      initiativesOf(nodes, domain)
        .filter(({ isOffered }) => isOffered)
        .map(({ id }) => id);
    expect(idsFor()).toEqual(['l2', 'l1', 'I-04', 'none']);
    expect(idsFor('domain:default/patient-services')).toEqual([
      'I-04',
      'l2',
      'l1',
      'none',
    ]);
  });

  it('are known with goals and bets, and offered only where work goes on', () => {
    const nodes = [...noShowTree(), initiative('I', { state: 'stopped' })];
    expect(
      initiativesOf(nodes, undefined).map(one => [
        one.id,
        one.isClosed,
        one.isOffered,
      ]),
    ).toEqual([
      ['DG-2', false, false],
      ['B-04', false, false],
      ['I-04', false, true],
      ['I', true, false],
      ['CG-1', false, false],
    ]);
  });
});

describe('an answer in the form', () => {
  it.each([
    [undefined, []],
    ['I-01', []],
    [
      ['I-01', 3, null, 'I-02'],
      ['I-01', 'I-02'],
    ],
  ])('of %j has the ids %j', (answer, ids) => {
    expect(idsIn(answer)).toEqual(ids);
  });
});
