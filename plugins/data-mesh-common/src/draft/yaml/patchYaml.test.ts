import { JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { text as hostileText } from '../__testUtils__/arbitraries';
import { changedLines } from '../__testUtils__/lines';
import { patchYaml } from './patchYaml';

const SOURCE = `# The orders
name: orders # for short
title: 'Orders: all'
tags: [a, b] # flow
text: >-
  folded over
  two lines

# The ports
ports:
  # the table
  - name: sql
    version: 1.0.0 # stable

    where: &place
      schema: SALES
      table: ORDERS # with comment
  # the stream
  - name: stream
    version: 2.0.0
    note: |
      kept as
        it is
# before the last
last: 1
# the end
`;

function linesAfter(change: (value: any) => void, source = SOURCE): string[] {
  const value = parse(source);
  change(value);
  const patched = patchYaml(source, [value], 'a.yaml');
  expect(parse(patched)).toEqual(value);
  return changedLines(source, patched);
}

describe('patchYaml', () => {
  it('leaves a text without changes as it is', () => {
    expect(patchYaml(SOURCE, [parse(SOURCE)], 'a.yaml')).toBe(SOURCE);
  });

  it.each<[string, (value: any) => void, string[]]>([
    [
      'a value, with the comment behind it',
      value => (value.ports[0].version = '1.1.0'),
      ['-    version: 1.0.0 # stable', '+    version: 1.1.0 # stable'],
    ],
    [
      'a value in quotes, which stay',
      value => (value.title = 'Orders'),
      ["-title: 'Orders: all'", "+title: 'Orders'"],
    ],
    [
      'a value that needs several lines now',
      value => (value.name = 'a\nb'),
      ['-name: orders # for short', "+name: 'a", '+', "+  b' # for short"],
    ],
    [
      'a folded text',
      value => (value.text = 'short'),
      ['-text: >-', '-  folded over', '-  two lines', '+text: short'],
    ],
    [
      'a list on one line',
      value => value.tags.push('c'),
      ['-tags: [a, b] # flow', '+tags: [ a, b, c ] # flow'],
    ],
    [
      'a value deep inside',
      value => (value.ports[0].where.table = 'ORDERS_V2'),
      [
        '-      table: ORDERS # with comment',
        '+      table: ORDERS_V2 # with comment',
      ],
    ],
    [
      'a text that keeps its line ends',
      value => (value.ports[1].note = 'new\n'),
      ['-      kept as', '-        it is', '+      new'],
    ],
    [
      'a key, with its comment',
      value => delete value.last,
      ['-# before the last', '-last: 1'],
    ],
    [
      'the first key',
      value => delete value.name,
      ['-# The orders', '-name: orders # for short'],
    ],
    [
      'the first key of an item',
      value => delete value.ports[1].name,
      ['-  - name: stream', '-    version: 2.0.0', '+  - version: 2.0.0'],
    ],
    [
      'an item, with the comment above it',
      value => value.ports.pop(),
      [
        '-  # the stream',
        '-  - name: stream',
        '-    version: 2.0.0',
        '-    note: |',
        '-      kept as',
        '-        it is',
      ],
    ],
    [
      'a new key at the end',
      value => (value.more = { a: [1] }),
      ['+more:', '+  a:', '+    - 1'],
    ],
    [
      'a new item',
      value => value.ports.splice(1, 0, { name: 'api', tags: ['x'] }),
      ['+  - name: api', '+    tags:', '+      - x'],
    ],
    [
      'a new first item',
      value => value.ports.unshift({ name: 'api' }),
      ['+  - name: api'],
    ],
    [
      'a group instead of a value',
      value => (value.last = { a: 1 }),
      ['-last: 1', '+last:', '+  a: 1'],
    ],
    [
      'a value instead of a list',
      value => (value.tags = 'none'),
      ['-tags: [a, b] # flow', '+tags: none # flow'],
    ],
    [
      'a list that is empty now',
      value => (value.tags = []),
      ['-tags: [a, b] # flow', '+tags: [] # flow'],
    ],
  ])('changes only the lines of %s', (_, change, lines) => {
    expect(linesAfter(change)).toEqual(lines);
  });

  it('puts a new key where the value has it', () => {
    const { name, title, ...rest } = parse(SOURCE);
    const patched = patchYaml(
      SOURCE,
      [{ name, new: true, title, ...rest }],
      'a.yaml',
    );
    expect(patched).toContain("# for short\nnew: true\ntitle: 'Orders: all'");
  });

  it('makes several changes at once', () => {
    expect(
      linesAfter(value => {
        value.name = 'sales';
        delete value.title;
        value.ports[0].where.view = 'V';
        value.ports[0].owner = 'me';
        value.ports.splice(1, 1, { name: 'file' }, { name: 'api' });
        value.last = 2;
      }),
    ).toEqual([
      '-name: orders # for short',
      "-title: 'Orders: all'",
      '+name: sales # for short',
      '-  # the stream',
      '-  - name: stream',
      '-    version: 2.0.0',
      '-    note: |',
      '-      kept as',
      '-        it is',
      '+      view: V',
      '+    owner: me',
      '+  - name: file',
      '+  - name: api',
      '-last: 1',
      '+last: 2',
    ]);
  });

  it('changes and adds documents', () => {
    const text = 'a: 1\n---\n# two\nb: 2';
    expect(
      patchYaml(text, [{ a: 2 }, { b: 2, c: 3 }, { d: 4 }], 'a.yaml'),
    ).toBe('a: 2\n---\n# two\nb: 2\nc: 3\n---\nd: 4\n');
  });

  it('keeps line ends of Windows', () => {
    expect(
      patchYaml(
        'a: 1\r\nb:\r\n  - x\r\n',
        [{ a: 2, b: ['x', 'z'], c: 3 }],
        'a',
      ),
    ).toBe('a: 2\r\nb:\r\n  - x\r\n  - z\r\nc: 3\r\n');
  });

  it('changes one of two that were written once', () => {
    const text = 'a: &x\n  v: 1 # one\nb: *x\n';
    const patched = patchYaml(text, [{ a: { v: 2 }, b: { v: 1 } }], 'a.yaml');
    expect(parse(patched)).toEqual({ a: { v: 2 }, b: { v: 1 } });
    expect(patched).toContain('v: 2 # one');
  });

  it('says where a text is no YAML', () => {
    expect(() => patchYaml('a: 1\nb: [', [{}], 'x/a.yaml')).toThrow(
      /^x\/a\.yaml, line 2: /,
    );
    expect(() => patchYaml('a: 1\na: 2', [{}], 'a.yaml')).toThrow(/unique/);
  });

  it('turns any value into any other', () => {
    const leaf = fc.oneof(
      hostileText(200),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const { value } = fc.letrec<{ value: JsonValue }>(tie => ({
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(
          fc.oneof(
            fc.constantFrom('name', 'version', 'a', 'b'),
            hostileText(20),
          ),
          tie('value'),
          { maxKeys: 4, noNullPrototype: true },
        ),
      ),
    }));
    const styles = fc.record({
      indentSeq: fc.boolean(),
      indent: fc.constantFrom(2, 4),
      lineWidth: fc.constantFrom(0, 30, 80),
      collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
    });

    fc.assert(
      fc.property(value, value, styles, (from, to, style) => {
        // With anchors where a value comes twice.
        const source = stringify(from, style);
        fc.pre(parseAllDocuments(source).every(({ errors }) => !errors.length));
        const patched = patchYaml(source, [to], 'a.yaml');
        expect(parse(patched)).toEqual(to);
      }),
      { numRuns: 500 },
    );
  });
});
