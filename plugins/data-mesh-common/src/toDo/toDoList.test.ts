import { DataProductWarning } from '../kind';
import { RuleSetOutline, ruleSetOutlineSchema } from '../results';
import { ToDoResult } from './ToDo';
import { ToDoInput, toDoList } from './toDoList';

type Fields = Record<string, unknown>;

const rule = (id: string, fields: Fields = {}) => ({
  id,
  code: id.toLocaleUpperCase('en-US'),
  title: `Title of ${id}`,
  why: `Why ${id}`,
  fix: `Fix ${id}`,
  weight: 'must',
  after: [],
  met: [],
  metAlone: false,
  covers: [],
  counted: true,
  rollout: 'enforced',
  needs: [],
  ...fields,
});

const outline = (id: string, rules: Fields[], levels: string[]) =>
  ruleSetOutlineSchema.parse({
    id,
    version: 1,
    title: id,
    subject: 'DataProduct',
    levels: levels.map(level => ({ id: level, title: level })),
    dimensions: [],
    promotion: { must: 1, should: 0.6, shouldFrom: 2 },
    rules,
  });

const maturity = (...rules: Fields[]) =>
  outline('maturity', rules, ['none', 'one', 'two', 'three']);
const faults = (...rules: Fields[]) => outline('faults', rules, []);

const result = (id: string, fields: Partial<ToDoResult> = {}): ToDoResult => ({
  rule: id,
  code: id.toLocaleUpperCase('en-US'),
  status: 'fail',
  counted: true,
  since: '2026-01-01T00:00:00Z',
  ...fields,
});

const waiting = (id: string, ...waitsFor: string[]) =>
  result(id, { status: 'waiting', waitsFor });

type Sets = [RuleSetOutline, ToDoResult[], Fields?][];

const todo = (sets: Sets, rest: Partial<ToDoInput> = {}) =>
  toDoList({
    outlines: sets.map(([set]) => set),
    results: sets.map(([set, results, fields]) => ({
      ruleSet: set.id,
      results,
      ...fields,
    })),
    ...rest,
  });

const ids = ({ entries }: ReturnType<typeof todo>) =>
  entries.map(({ id }) => id.replace(/^(maturity|faults)\//, ''));

describe('toDoList', () => {
  it('has the lowest level first, must before should, then what most wait for', () => {
    const set = maturity(
      rule('d', { level: 2 }),
      rule('c', { level: 1, weight: 'should' }),
      rule('a', { level: 1 }),
      rule('b', { level: 1 }),
      rule('x', { level: 3 }),
    );
    const list = todo([
      [
        set,
        [
          ...['a', 'c', 'd'].map(id => result(id)),
          result('b', { status: 'unknown' }),
          waiting('x', 'b'),
        ],
      ],
    ]);
    expect(ids(list)).toEqual(['b', 'a', 'c', 'd']);
    expect(list.entries[0]).toMatchObject({
      kind: 'rule',
      ruleSet: 'maturity',
      title: 'Title of b',
      why: 'Why b',
      fix: 'Fix b',
      status: 'unknown',
      since: '2026-01-01T00:00:00Z',
      level: 1,
      unblocks: 1,
    });
  });

  it('counts what waits by others, once for each it waits for', () => {
    const set = maturity(
      rule('a', { level: 1 }),
      rule('b', { level: 1 }),
      rule('c', { level: 2 }),
      rule('d', { level: 3 }),
    );
    const { entries } = todo([
      [
        set,
        [
          result('a'),
          result('b'),
          waiting('c', 'a'),
          waiting('d', 'c', 'b', 'a'),
        ],
      ],
    ]);
    expect(entries.map(({ id, unblocks }) => [id, unblocks])).toEqual([
      ['maturity/a', 2],
      ['maturity/b', 1],
    ]);
  });

  it.each([
    ['itself', waiting('a', 'a')],
    ['nothing that is known', waiting('a', 'gone')],
    ['nothing', waiting('a')],
  ])('shows a rule that waits for %s', (_, own) => {
    expect(ids(todo([[maturity(rule('a', { level: 1 })), [own]]]))).toEqual([
      'a',
    ]);
  });

  it('shows a fault with the rule that covers it, as urgent as both', () => {
    const set = maturity(rule('a', { level: 1, covers: ['F', 'G'] }));
    const { entries } = todo([
      [set, [result('a')]],
      [
        faults(rule('f'), rule('g')),
        [
          result('f', { severity: 'medium' }),
          result('g', { severity: 'high', reason: 'Because.' }),
        ],
      ],
    ]);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ kind: 'rule', severity: 'high' });
    expect(entries[0].faults.map(({ rule: { id } }) => id)).toEqual(['f', 'g']);
  });

  it('shows a fault with what the rule that covers it waits for', () => {
    const set = maturity(
      rule('a', { level: 1 }),
      rule('b', { level: 2, covers: ['F'] }),
    );
    const { entries } = todo([
      [set, [result('a'), waiting('b', 'a')]],
      [faults(rule('f')), [result('f', { severity: 'low' })]],
    ]);
    expect(entries).toMatchObject([
      { id: 'maturity/a', faults: [{ severity: 'low' }] },
    ]);
  });

  it('has what no rule covers where its urgency puts it', () => {
    const set = maturity(
      rule('a', { level: 1 }),
      rule('b', { level: 2 }),
      rule('c', { level: 3 }),
    );
    const list = todo(
      [
        [set, ['a', 'b', 'c'].map(id => result(id)), { level: 0, target: 2 }],
        [
          faults(rule('low'), rule('medium'), rule('high')),
          (['low', 'medium', 'high'] as const).map(severity =>
            result(severity, { severity }),
          ),
        ],
      ],
      { warnings: [warning('spec.version')] },
    );
    expect(ids(list)).toEqual([
      'high',
      'a',
      'b',
      'medium',
      'warning/W5/spec.version',
      'c',
      'low',
    ]);
  });

  it('does not ask again what a rule says is in order', () => {
    const set = maturity(rule('a', { level: 1, covers: ['F'] }));
    const of = (status: ToDoResult['status']) =>
      ids(
        todo([
          [set, [result('a', { status })]],
          [faults(rule('f')), [result('f', { status: 'unknown' })]],
        ]),
      );
    expect(of('pass')).toEqual([]);
    expect(of('not-applicable')).toEqual(['f']);
  });

  it('has what is set aside apart, with the faults it covers', () => {
    const set = maturity(rule('a', { level: 1, covers: ['F'] }));
    const list = todo([
      [set, [result('a', { status: 'waived', waivedUntil: '2026-12-12' })]],
      [faults(rule('f')), [result('f', { severity: 'high' })]],
    ]);
    expect(list.entries).toEqual([]);
    expect(list.setAside).toMatchObject([
      {
        rule: { id: 'a' },
        until: '2026-12-12',
        faults: [{ ruleSet: 'faults' }],
      },
    ]);
  });

  it('tells what the target needs', () => {
    const set = maturity(
      rule('must', { level: 1 }),
      rule('s1', { level: 1, weight: 'should' }),
      rule('s2', { level: 1, weight: 'should' }),
      rule('s3', { level: 1, weight: 'should' }),
      rule('alone', { level: 2, weight: 'should' }),
      rule('beyond', { level: 3 }),
      rule('draft', { level: 1, counted: false, rollout: 'draft' }),
    );
    const required = (...passing: string[]) =>
      todo([
        [
          set,
          set.rules.map(({ id, counted }) =>
            result(id, {
              counted,
              status: passing.includes(id) ? 'pass' : 'fail',
            }),
          ),
          { level: 0, target: 2 },
        ],
      ])
        .entries.filter(({ isRequired }) => isRequired)
        .map(({ rule: own }) => own?.id);
    expect(required()).toEqual(['must', 's1', 's2', 's3']);
    expect(required('s1', 's2')).toEqual(['must']);
    expect(required('must', 's1')).toEqual(['s2', 's3']);
  });

  it('needs what something needed waits for', () => {
    const set = maturity(
      rule('a', { level: 1, weight: 'should' }),
      rule('b', { level: 1 }),
    );
    const { entries } = todo([
      [set, [result('a'), waiting('b', 'a')], { level: 0, target: 1 }],
    ]);
    expect(entries).toMatchObject([{ id: 'maturity/a', isRequired: true }]);
  });

  it('has nothing that is required without a target', () => {
    const set = maturity(rule('a', { level: 1 }), rule('b', { level: 2 }));
    const { entries } = todo([
      [set, [result('a'), result('b')], { level: 0, target: null }],
    ]);
    expect(entries.map(({ isRequired }) => isRequired)).toEqual([false, false]);
  });

  it('shows a warning with the rule about the same field', () => {
    const ports = (fields: Fields) => ({
      spec: { outputPorts: [{ name: 'a', ...fields }] },
    });
    const set = maturity(
      rule('address', { level: 1, write: ports({ location: 'A.B' }) }),
      rule('contract', { level: 1, write: ports({ contract: { ref: 'a' } }) }),
      rule('access', { level: 1, write: { spec: { access: { howTo: 'a' } } } }),
      rule('tags', { level: 1, write: { metadata: { tags: ['a'] } } }),
    );
    const placed = (path: string, ...unmet: string[]) => {
      const [first] = todo([[set, unmet.map(id => result(id))]], {
        warnings: [warning(path)],
      }).entries.filter(({ warnings }) => warnings.length);
      return first.rule?.id ?? first.kind;
    };
    const all = set.rules.map(({ id }) => id);
    expect(placed('spec.outputPorts[3].contract', ...all)).toBe('contract');
    expect(placed('spec.outputPorts', ...all)).toBe('address');
    expect(placed('spec.outputPorts[0].contract', 'address')).toBe('warning');
    expect(placed('spec.access.howTo.extra', ...all)).toBe('access');
    expect(placed('metadata.tags[2]', ...all)).toBe('tags');
    expect(placed('spec.accessories', ...all)).toBe('warning');
  });

  it('has a warning that no rule is about as a thing to do', () => {
    const { entries } = todo([], {
      warnings: [warning('spec.version'), warning('spec.version')],
    });
    expect(entries).toEqual([
      {
        id: 'warning/W5/spec.version',
        kind: 'warning',
        title: 'It is wrong.',
        fix: 'Mend it.',
        status: 'to-do',
        isRequired: false,
        unblocks: 0,
        faults: [],
        warnings: [warning('spec.version')],
        yaml: 'spec:\n  version: 1.0.0',
      },
    ]);
  });

  it('has what to write into the catalog file', () => {
    const set = maturity(
      rule('a', { level: 1, write: { spec: { notice: '30d' } } }),
      rule('b', { level: 1 }),
    );
    const sets: Sets = [[set, [result('a'), result('b')]]];
    const yaml = (rest: Partial<ToDoInput>) =>
      todo(sets, rest).entries.map(entry => entry.yaml);
    const metadata = { name: 'x' };
    expect(yaml({ entity: { metadata } })).toEqual([
      'spec:\n  notice: 30d',
      undefined,
    ]);
    expect(yaml({})).toEqual([undefined, undefined]);
    expect(yaml({ entity: { metadata, spec: { notice: '30d' } } })).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('leaves out results of a set that is no more', () => {
    expect(
      toDoList({
        outlines: [],
        results: [{ ruleSet: 'gone', results: [result('a')] }],
      }),
    ).toEqual({ entries: [], setAside: [] });
  });
});

function warning(path: string): DataProductWarning {
  return {
    code: 'W5',
    path,
    message: 'It is wrong.',
    fix: 'Mend it.',
    yaml: 'spec:\n  version: 1.0.0',
  };
}
