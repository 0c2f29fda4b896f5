import { TreeModel } from '@backstage-data-mesh/plugin-data-mesh-common';
import { keptMeasure, keptNode } from '../valueTree/__testUtils__/kept';
import { goalsOfDomains } from './goalsOfDomains';

const LAB = 'domain:default/lab';
const SALES = 'domain:default/sales';
const DAY = '2026-07-01';
const read = (value: number) => [{ date: '2026-06-25', value }];
const treeOf = (
  nodes: TreeModel['nodes'],
  measures: TreeModel['measures'] = [],
): TreeModel => ({ nodes, measures, links: {} });

describe('the goals of domains', () => {
  it('are counted by how their primary measure stands', () => {
    const tree = treeOf(
      [
        keptNode('good', { fields: { domain: LAB } }),
        keptNode('late', { fields: { domain: LAB } }),
        keptNode('late-too', { fields: { domain: LAB } }),
        keptNode('unread', { fields: { domain: LAB } }),
        keptNode('unmeasured', { fields: { domain: LAB } }),
        keptNode('other', { fields: { domain: SALES } }),
      ],
      [
        keptMeasure('m1', 'good', { readings: read(4) }),
        keptMeasure('m2', 'late', { readings: read(10) }),
        keptMeasure('m3', 'late-too', { readings: read(10) }),
        keptMeasure('m4', 'unread'),
        keptMeasure('m5', 'unmeasured', { fields: { primary: false } }),
        keptMeasure('m6', 'other', {
          readings: [{ date: '2026-02-01', value: 9 }],
        }),
      ],
    );
    expect(Object.fromEntries(goalsOfDomains(tree, DAY))).toEqual({
      [LAB]: {
        active: 5,
        proposed: 0,
        counts: { 'on-track': 1, 'off-track': 2, 'no-data': 1 },
        withoutMeasure: 1,
      },
      [SALES]: {
        active: 1,
        proposed: 0,
        counts: { stale: 1 },
        withoutMeasure: 0,
      },
    });
  });

  it('belong to the domain of what is above them', () => {
    const tree = treeOf([
      keptNode('vision', { kind: 'vision', fields: { domain: LAB } }),
      keptNode('above', { parentId: 'vision' }),
      keptNode('below', { parentId: 'above' }),
      keptNode('elsewhere', { parentId: 'above', fields: { domain: SALES } }),
      keptNode('bet', { kind: 'bet', parentId: 'below' }),
      keptNode('of the company'),
    ]);
    const goals = goalsOfDomains(tree, DAY);
    expect([...goals].map(([ref, { active }]) => [ref, active])).toEqual([
      [LAB, 2],
      [SALES, 1],
    ]);
  });

  it('count once they are proposed, and no more once they are closed', () => {
    const fields = { domain: LAB };
    const tree = treeOf(
      [
        keptNode('planned', { fields, state: 'proposed' }),
        keptNode('reached', { fields, state: 'achieved' }),
        keptNode('dropped', { fields: { domain: SALES }, state: 'dropped' }),
      ],
      [keptMeasure('m', 'planned', { readings: read(10) })],
    );
    expect([...goalsOfDomains(tree, DAY)]).toEqual([
      [LAB, { active: 0, proposed: 1, counts: {}, withoutMeasure: 0 }],
    ]);
  });
});
