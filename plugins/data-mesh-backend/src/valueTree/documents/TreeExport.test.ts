import { NotFoundError } from '@backstage/errors';
import {
  exportValueTree,
  parseValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- the demo is read by one reader for both packages
import { readDemoDocument } from '../../../../data-mesh-common/src/rules/demo/__testUtils__/readDemoTree';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { CARE, ZOE } from '../__testUtils__/TreeWorld';
import { documentText, DocumentWorld } from './__testUtils__/DocumentWorld';
import { TreeExport } from './TreeExport';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const SEED = documentText(`
  goals:
    - id: CG-1
      title: 'Care: “without” waiting – 日本 👩‍🔬'
      state: active
      owner: group:default/board
      goals:
        - id: DG-1
          title: Results within a day
          domain: domain:default/care
          state: active
          measures:
            - id: M-1
              name: hours
              class: customer-value
              timing: lagging
              direction: decrease
              unit: h
              baseline: { date: 2026-01-01, value: 41.5 }
              target: { date: 2026-12-31, value: 24 }
              cadenceDays: 14
              primary: true
              checkIns:
                - { date: 2026-01-15, value: 38 }
                - date: 2026-02-02
                  value: 0.30000000000000004
                  note: "Two\\nlines"
                  by: user:default/ann
          bets:
            - id: B-1
              title: A lake
              state: stopped
              learning: Nobody owned it
              decisions:
                - date: 2025-06-01
                  type: continue
                  reason: Looks well
                  by: user:default/ann
                - date: 2026-01-05
                  type: stop
                  reason: Late
                  learning: Nobody owned it
                  participants:
                    - user:default/zoe
              products:
                - dataproduct:default/orders
                - dataproduct:default/results
              components:
                - component:default/lake
              backlog:
                - provider: jira
                  ref: PAT-88
                  title: Call
                  url: https://jira.example.com/browse/PAT-88
                  state: open
                  seenAt: 2026-02-27
    - id: CG-2
      title: Nothing runs out
      state: proposed
`);

describe.each(databases.eachSupportedId())('TreeExport on %s', id => {
  const seeded = async (seed = SEED) => {
    const w = await DocumentWorld.on(await migrated(await databases.init(id)), {
      company: 'seed',
    });
    await w.read('company', seed);
    expect(await w.problems('company')).toEqual([]);
    const treeExport = new TreeExport({
      knex: w.tree.knex,
      visibility: { resolve: async () => w.tree.visible },
    });
    return { w, write: (root?: string) => treeExport.export(root, ZOE) };
  };

  it('writes all that was read', async () => {
    const { write } = await seeded();
    const { document, problems } = parseValueTree(await write());
    expect(problems).toEqual([]);
    expect(document?.nodes).toEqual(parseValueTree(SEED).document?.nodes);
  });

  it('writes the demo as it was read', async () => {
    const demo = readDemoDocument();
    const { w, write } = await seeded(exportValueTree(demo));
    const { document } = parseValueTree(await write());
    // Backlog items have got their addresses.
    const known = (nodes: typeof demo.nodes = []) =>
      nodes.map(node => ({
        ...node,
        backlog: node.backlog.map(({ url: _, ...item }) => item),
      }));
    expect(known(document?.nodes)).toEqual(known(demo.nodes));
    expect((await w.tree.get('CG-5')).measures).toHaveLength(4);
    expect((await w.tree.get('B-12')).decisions).toMatchObject([
      { type: 'stop', by: { ref: 'user:default/priya.natarajan' } },
    ]);
  });

  it('writes a part, which names what is above it', async () => {
    const { write } = await seeded();
    const text = await write('DG-1');
    expect(text).toContain(
      'name: dg-1\nspec:\n  parent: CG-1\n  goals:\n    - id: DG-1',
    );
    expect(text).not.toContain('CG-2');
    await expect(write('NO')).rejects.toThrow(NotFoundError);
  });

  it('leaves out what others superseded, and has what they changed', async () => {
    const { w, write } = await seeded();
    const { checkIn } = (
      await w.tree.checkIn('M-1', { date: '2026-02-10', value: 7 })
    ).response;
    await w.tree.checkIn('M-1', {
      date: '2026-02-10',
      value: 8,
      supersedes: checkIn.id,
    });
    await w.tree.add('NEW', { kind: 'bet', parentId: 'DG-1' });

    const { document } = parseValueTree(await write('DG-1'));
    expect(document?.nodes.map(node => node.id)).toEqual([
      'DG-1',
      'B-1',
      'NEW',
    ]);
    expect(document?.nodes[0].measures[0].checkIns.at(-1)).toEqual({
      date: '2026-02-10',
      value: 8,
      by: 'user:default/zoe',
    });
  });

  it('has only what the caller may see', async () => {
    const { w, write } = await seeded();
    w.tree.visible = new Set([CARE, 'dataproduct:default/results']);
    const text = await write();
    expect(text).toContain('dataproduct:default/results');
    expect(text).not.toContain('dataproduct:default/orders');

    w.tree.visible = new Set(['dataproduct:default/orders']);
    const { document } = parseValueTree(await write());
    expect(document?.nodes.map(node => node.id)).toEqual(['CG-1', 'CG-2']);
    await expect(write('DG-1')).rejects.toThrow(NotFoundError);
  });
});
