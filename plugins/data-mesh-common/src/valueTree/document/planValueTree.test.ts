import fc from 'fast-check';
import { anyDocument } from './__testUtils__/anyDocument';
import { parseValueTree } from './parseValueTree';
import { planValueTree } from './planValueTree';
import { positionsOf } from './positionsOf';
import { CurrentTree } from './TreeChanges';
import { ValueTreeDocument } from './ValueTreeDocument';

const options = {
  document: 'company',
  mode: 'managed' as const,
  today: '2026-03-01',
};
const EMPTY: CurrentTree = { nodes: [], measures: [] };

/** What is kept once a plan has come true. */
function applied(
  current: CurrentTree,
  document: ValueTreeDocument,
): { tree: CurrentTree; summary: string } {
  const { plan, nodes, measures } = planValueTree(current, document, options);
  const after = <T extends { id: string }>(
    before: readonly (T & { managedBy?: string; goneAt?: string })[],
    changes: { add: T[]; change: { item: T }[]; remove: string[] },
  ) => {
    const all = new Map(before.map(item => [item.id, item]));
    for (const item of [
      ...changes.add,
      ...changes.change.map(one => one.item),
    ]) {
      all.set(item.id, { ...item, managedBy: 'company' });
    }
    changes.remove.forEach(id =>
      all.set(id, { ...all.get(id)!, goneAt: '2026-03-01' }),
    );
    return [...all.values()];
  };
  return {
    tree: {
      nodes: after(current.nodes, nodes),
      measures: after(current.measures, measures),
    },
    summary: plan.summary,
  };
}

const isFree = ({ nodes }: ValueTreeDocument) =>
  nodes.every(
    ({ kind, parentId }) =>
      !parentId?.startsWith('Out') &&
      (parentId !== undefined || kind === 'vision' || kind === 'goal'),
  );

describe('planValueTree', () => {
  it('plans nothing more once it was applied, and leads from any to any', () => {
    fc.assert(
      fc.property(
        anyDocument.filter(isFree),
        anyDocument.filter(isFree),
        (one, other) => {
          // Ids are made anew for each, and a kind never changes.
          const renamed: ValueTreeDocument = JSON.parse(
            JSON.stringify(other).replaceAll('"N-', '"N2-'),
          );
          const first = applied(EMPTY, one);
          expect(applied(first.tree, one).summary).toBe(
            '0 to add, 0 to change, 0 to remove',
          );
          const second = applied(first.tree, renamed);
          expect(applied(second.tree, renamed).summary).toBe(
            '0 to add, 0 to change, 0 to remove',
          );
          const back = applied(second.tree, one);
          const alive = back.tree.nodes.filter(({ goneAt }) => !goneAt);
          expect(alive.map(({ id }) => id).sort()).toEqual(
            one.nodes.map(({ id }) => id).sort(),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps review date, learning and state of what is there', () => {
    const read = (goal: string) =>
      parseValueTree(`apiVersion: backstage-data-mesh.io/v1alpha1
kind: ValueTree
metadata: { name: company }
spec: { goals: [{ id: G, ${goal} }] }`).document!;
    const written = read('title: x, state: active, reviewAt: 2026-05-01');
    const { tree } = applied(EMPTY, written);
    expect(tree.nodes).toMatchObject([
      { state: 'active', position: 1, fields: { reviewAt: '2026-05-01' } },
    ]);
    const moved: CurrentTree = {
      ...tree,
      nodes: tree.nodes.map(node => ({
        ...node,
        state: 'dropped',
        fields: { ...node.fields, learning: 'It did not work' },
      })),
    };
    const { plan, nodes } = planValueTree(
      moved,
      read('title: y, state: active, reviewAt: 2026-06-01'),
      options,
    );
    expect(plan).toEqual({
      add: [],
      change: [{ kind: 'goal', id: 'G', title: 'y', changed: ['title'] }],
      remove: [],
      notTaken: ['The state is another in the portal, which counts: G.'],
      problems: [],
      summary: '0 to add, 1 to change, 0 to remove',
    });
    expect(nodes.change[0].item).toMatchObject({
      state: 'dropped',
      fields: { reviewAt: '2026-05-01', learning: 'It did not work' },
    });
  });

  it('is handed what the portal keeps where it is to take it over', () => {
    const written = parseValueTree(`apiVersion: backstage-data-mesh.io/v1alpha1
kind: ValueTree
metadata: { name: company }
spec: { goals: [{ id: G, title: x }] }`).document!;
    const free: CurrentTree = {
      measures: [],
      nodes: [
        {
          id: 'G',
          kind: 'goal',
          position: 1,
          state: 'active',
          fields: { title: 'x' },
        },
      ],
    };
    expect(
      planValueTree(free, written, { ...options, takeOver: true }),
    ).toMatchObject({
      plan: { change: [{ id: 'G', changed: ['document'] }], problems: [] },
      nodes: { change: [{ item: { state: 'active' } }] },
    });
    const { plan } = planValueTree(free, written, options);
    expect(plan.problems).toEqual([
      {
        message:
          '“G” is kept in the portal already. Choose another id, or set takeOver to hand it to this document.',
      },
    ]);
    // A seed owns nothing.
    expect(
      planValueTree(free, written, { ...options, mode: 'seed', takeOver: true })
        .plan.problems,
    ).toEqual([
      { message: '“G” is kept in the portal already. Choose another id.' },
    ]);
  });
});

describe('positionsOf', () => {
  it.each<[string, (number | undefined)[], number[]]>([
    ['new ones', [undefined, undefined], [8, 9]],
    ['who is in order', [1, 2.5, 3], [1, 2.5, 3]],
    ['one between', [1, undefined, 2], [1, 1.5, 2]],
    ['one before', [undefined, 4], [3, 4]],
    ['the last becomes the first', [3, 1, 2], [3, 4, 5]],
  ])('%s', (_, given, expected) => {
    const siblings = given.map((position, at) => ({ id: `${at}`, position }));
    expect([...positionsOf(siblings, 7).values()]).toEqual(expected);
  });

  it('always rises, also where no number is between', () => {
    const position = fc.option(
      fc.oneof(
        fc.integer({ min: 0, max: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.array(position), fc.nat(9), (positions, end) => {
        const siblings = positions.map((one, at) => ({
          id: `${at}`,
          position: one,
        }));
        const found = [...positionsOf(siblings, end).values()];
        found.reduce((before, one) => {
          expect(one).toBeGreaterThan(before);
          return one;
        }, -Infinity);
      }),
    );
  });
});
