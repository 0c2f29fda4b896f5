import { parseValueTree } from './parseValueTree';

const text = (spec: string) =>
  [
    'apiVersion: backstage-data-mesh.io/v1alpha1',
    'kind: ValueTree',
    'metadata: { name: company }',
    `spec:\n${spec}`,
  ].join('\n');

const measure = (rest: string) =>
  text(`  goals:
    - id: G-1
      title: Goal
      measures:
        - { id: M-1, name: m, class: customer-value, timing: lagging, unit: h, cadenceDays: 14, ${rest} }`);

const WAY =
  'direction: decrease, baseline: { value: 2, date: 2026-01-01 }, target: { value: 1, date: 2026-12-31 }';

describe('parseValueTree', () => {
  it('reads a part of a tree, with refs made full', () => {
    const { document, problems, placeOf } = parseValueTree(
      text(`  parent: V-1
  goals:
    - id: G-1
      title: ' Care '
      owner: Lab
      sponsor: priya
      domain: diagnostics
      contributors: [{ role: helper, ref: group:ops }]
      bets:
        - id: B-1
          title: A bet
          state: stop-ready
          initiatives:
            - id: I-1
              title: Do it
              teams: [team-a]
              useCases: []
              products: [Orders]
              components: [lake, api:x/y]
    - { id: G-2, parent: V-2, title: Other }`),
    );
    expect(problems).toEqual([]);
    const empty = {
      measures: [],
      decisions: [],
      products: [],
      components: [],
      backlog: [],
    };
    expect(document).toEqual({
      name: 'company',
      nodes: [
        {
          ...empty,
          id: 'G-1',
          kind: 'goal',
          parentId: 'V-1',
          fields: {
            title: 'Care',
            owner: 'group:default/lab',
            sponsor: 'user:default/priya',
            domain: 'domain:default/diagnostics',
            contributors: [{ role: 'helper', ref: 'group:default/ops' }],
          },
        },
        {
          ...empty,
          id: 'B-1',
          kind: 'bet',
          parentId: 'G-1',
          state: 'stop-ready',
          fields: { title: 'A bet' },
        },
        {
          ...empty,
          id: 'I-1',
          kind: 'initiative',
          parentId: 'B-1',
          fields: {
            title: 'Do it',
            teams: ['group:default/team-a'],
            useCases: [],
          },
          products: ['dataproduct:default/orders'],
          components: ['component:default/lake', 'api:x/y'],
        },
        {
          ...empty,
          id: 'G-2',
          kind: 'goal',
          parentId: 'V-2',
          fields: { title: 'Other' },
        },
      ],
    });
    expect(placeOf('B-1')).toEqual({
      line: 14,
      column: 11,
      path: 'spec.goals[0].bets[0]',
    });
    expect(placeOf('NO')).toEqual({});
  });

  it.each<[string, string, number, number, string]>([
    ['', 'The document is empty.', 0, 0, ''],
    ['a: [', 'The YAML cannot be read', 1, 0, ''],
    ['just text', 'must be a group of keys', 1, 1, ''],
    [text('  goals: 1'), 'must be a list', 5, 10, 'spec.goals'],
    [
      text('  gaols: []'),
      'There is no field “gaols” here.',
      5,
      10,
      'spec.gaols',
    ],
    [text('  goals: [1]'), 'must be a group of keys', 5, 11, 'spec.goals[0]'],
    [
      text('  goals: [{ id: G }]'),
      '“title” is missing.',
      5,
      11,
      'spec.goals[0].title',
    ],
    [
      text('  goals: [{ id: a b, title: x }]'),
      'It has to begin with',
      5,
      17,
      'spec.goals[0].id',
    ],
    [
      text('  goals: [{ id: G, title: 7 }]'),
      'must be a text, but is a number',
      5,
      27,
      'spec.goals[0].title',
    ],
    [
      text('  goals: [{ id: G, title: x, stance: explore }]'),
      'There is no field “stance” here.',
      5,
      38,
      'spec.goals[0].stance',
    ],
    [
      text('  goals: [{ id: G, title: x, state: stopped }]'),
      'must be “proposed”, “active”, “achieved” or “dropped”',
      5,
      37,
      'spec.goals[0].state',
    ],
    [
      text('  goals: [{ id: G, title: x, owner: "a b:c/d/e" }]'),
      'must be the ref of a group or user, such as group:default/name',
      5,
      37,
      'spec.goals[0].owner',
    ],
    [
      text('  goals: [{ id: G, title: x, domain: group:a }]'),
      'must be the ref of a domain',
      5,
      38,
      'spec.goals[0].domain',
    ],
    [
      text('  goals: [{ id: G, title: x, reviewAt: soon }]'),
      'must be a date such as 2026-03-01',
      5,
      40,
      'spec.goals[0].reviewAt',
    ],
    [
      text('  goals: [{ id: G, title: x, initiatives: [] }]'),
      'There is no field “initiatives” here.',
      5,
      43,
      'spec.goals[0].initiatives',
    ],
    [
      text('  goals: [{ id: G, title: x }, { id: G, title: y }]'),
      'The id of a node is to be there once: “G” is twice.',
      5,
      38,
      'spec.goals[1].id',
    ],
    [
      text(
        '  goals: [{ id: G, title: x, goals: [{ id: H, title: y, parent: Z }] }]',
      ),
      'A node that is written inside of another has no “parent”.',
      5,
      65,
      'spec.goals[0].goals[0].parent',
    ],
    [
      text(
        '  goals: [{ id: G, title: x, parent: H, goals: [{ id: H, title: y }] }]',
      ),
      'The node “G” cannot be below itself.',
      5,
      38,
      'spec.goals[0].parent',
    ],
    [
      text('  goals: [{ id: G, title: x, products: [a, A] }]'),
      'A link of a node is to be there once',
      5,
      44,
      'spec.goals[0].products[1]',
    ],
    [
      measure(`${WAY}, primary: 1`),
      'must be true or false',
      9,
      0,
      'spec.goals[0].measures[0].primary',
    ],
    [
      measure(WAY),
      'None of the measures is the primary one',
      9,
      9,
      'spec.goals[0].measures',
    ],
    [
      measure('direction: decrease, primary: true'),
      'There is no baseline',
      9,
      11,
      'spec.goals[0].measures[0]',
    ],
    [
      measure(
        `${WAY}, primary: true, checkIns: [{ date: 2026-02-01, value: 1 }, { date: 2026-02-01, value: 2 }]`,
      ),
      'A day of a measure is to be there once',
      9,
      0,
      'spec.goals[0].measures[0].checkIns[1].date',
    ],
  ])('says where %j is wrong', (given, message, line, column, path) => {
    const { document, problems } = parseValueTree(given);
    expect(document).toBeUndefined();
    const [first] = problems;
    expect(first.message).toContain(message);
    expect(first).toMatchObject({
      ...(line > 0 && { line }),
      ...(column > 0 && { column }),
    });
    expect(first.path ?? '').toBe(path);
  });

  it('tells all that is wrong, and not more than one can read', () => {
    const few = parseValueTree(
      text('  goals: [{ id: G }, { id: H, title: x, rank: 1 }, 3]'),
    );
    expect(few.problems).toHaveLength(3);
    const many = parseValueTree(text(`  goals: [${'1,'.repeat(500)}]`));
    expect(many.problems).toHaveLength(100);
  });

  it('is not brought down by what is nested without end', () => {
    const levels = 2000;
    const deep = `  goals: ${'[{ id: G, title: x, goals: '.repeat(
      levels,
    )}[]${'}]'.repeat(levels)}`;
    expect(parseValueTree(text(deep)).problems.length).toBeGreaterThan(0);
    const circle = text('  goals: &a [{ id: G, title: x, goals: *a }]');
    expect(parseValueTree(circle).problems.length).toBeGreaterThan(0);
  });
});
