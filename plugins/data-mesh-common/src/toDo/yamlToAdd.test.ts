import { parse } from 'yaml';
import { CatalogFilePart } from '../results';
import { yamlToAdd } from './yamlToAdd';

const entity = (spec: object = {}, metadata: object = {}) => ({
  metadata: { name: 'Lab-Orders', ...metadata },
  spec,
});

describe('yamlToAdd', () => {
  it.each<[string, CatalogFilePart, ReturnType<typeof entity>, unknown]>([
    [
      'replaces a single value',
      { spec: { owner: 'group:default/a' } },
      entity({ owner: 'gone' }),
      { spec: { owner: 'group:default/a' } },
    ],
    [
      'has nothing to say when all is there',
      { spec: { inputs: 'none' } },
      entity({ inputs: 'none' }),
      undefined,
    ],
    [
      'tells the fields that a group lacks',
      { spec: { access: { howTo: 'Ask', approver: 'user:default/a' } } },
      entity({ access: { howTo: 'Sign in' } }),
      { spec: { access: { approver: 'user:default/a' } } },
    ],
    [
      'keeps annotations out that are there',
      { metadata: { annotations: { 'a/ref': 'dir:.', 'a/b': 'c' } } },
      entity({}, { annotations: { 'a/b': 'other', 'x/y': 'z' } }),
      { metadata: { annotations: { 'a/ref': 'dir:.' } } },
    ],
    [
      'puts the own words of a list first',
      { metadata: { tags: ['one', 'two'] } },
      entity({}, { tags: ['lab', 'one'] }),
      { metadata: { tags: ['lab', 'one', 'two'] } },
    ],
    [
      'speaks of each port that lacks something',
      { spec: { outputPorts: [{ name: '{name}', location: 'A.B' }] } },
      entity({
        outputPorts: [
          { name: 'sql', version: '1.0.0', type: 'sql' },
          { name: 'api', location: 'https://x' },
          { name: 'old' },
        ],
      }),
      {
        spec: {
          outputPorts: [
            { name: 'sql', version: '1.0.0', location: 'A.B' },
            { name: 'old', location: 'A.B' },
          ],
        },
      },
    ],
    [
      'makes a first port',
      { spec: { outputPorts: [{ name: '{name}', type: 'sql' }] } },
      entity({ outputPorts: [] }),
      { spec: { outputPorts: [{ name: 'lab-orders', type: 'sql' }] } },
    ],
    [
      'leaves a list of groups that has items',
      {
        spec: {
          support: [{ channel: '#{name}' }],
          sla: [{ property: 'latency', value: 4 }],
        },
      },
      entity({
        support: [{ channel: '#help' }],
        sla: [{ property: 'quality', value: 1 }],
      }),
      { spec: { sla: [{ property: 'latency', value: 4 }] } },
    ],
    [
      'fills in name and title',
      { spec: { a: ['{title}, {name}', { b: '{title}' }] } },
      entity({}, { title: 'Lab orders' }),
      { spec: { a: ['Lab orders, lab-orders', { b: 'Lab orders' }] } },
    ],
    [
      'reads a file that is not as it should be',
      { spec: { outputPorts: [{ name: 'a', type: 'sql' }], access: { a: 1 } } },
      entity({ outputPorts: 'none', access: [] }),
      { spec: { outputPorts: [{ name: 'a', type: 'sql' }], access: { a: 1 } } },
    ],
  ])('%s', (_, example, file, expected) => {
    const yaml = yamlToAdd(example, file);
    expect(yaml === undefined ? undefined : parse(yaml)).toEqual(expected);
  });

  it('writes one value a line, without folding', () => {
    const purpose = `${'word '.repeat(40)}end`;
    expect(yamlToAdd({ spec: { purpose } }, entity())).toBe(
      `spec:\n  purpose: ${purpose}`,
    );
  });
});
