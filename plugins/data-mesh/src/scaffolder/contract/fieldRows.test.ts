import { FieldDraft } from '@backstage-data-mesh/plugin-data-mesh-common';
import { changeField, fieldRows } from './fieldRows';
import { keepDescriptions } from './keepDescriptions';

const fields: FieldDraft[] = [
  { name: 'a', type: 'string' },
  {
    name: 'b',
    type: 'object',
    fields: [
      { name: 'c', type: 'string' },
      { name: 'd', type: 'string' },
    ],
  },
];

describe('the fields of a contract', () => {
  it('are rows, nested ones below those they are in', () => {
    expect(
      fieldRows(fields).map(({ path, field }) => [field.name, path]),
    ).toEqual([
      ['a', [0]],
      ['b', [1]],
      ['c', [1, 0]],
      ['d', [1, 1]],
    ]);
  });

  it.each(
    fieldRows(fields).map(({ path, field }) => [field.name, path] as const),
  )('are changed where they are: %s', (name, path) => {
    const changed = changeField(fields, path, { description: 'x' });
    const described = fieldRows(changed).filter(
      ({ field }) => field.description,
    );
    expect(described.map(({ field }) => field.name)).toEqual([name]);
    const left = fieldRows(changeField(fields, path, null));
    expect(left.map(({ field }) => field.name)).not.toContain(name);
  });

  it('keep what people wrote when they are read again', () => {
    const before = [
      {
        name: 'orders',
        description: 'All orders',
        fields: changeField(fields, [1, 1], { description: 'x' }),
      },
    ];
    const read = [
      { name: 'orders', fields },
      { name: 'other', fields },
    ];
    const [orders, other] = keepDescriptions(before, read);
    expect(orders).toEqual(before[0]);
    expect(other).toEqual(read[1]);
  });

  it('take what the source says over what was written', () => {
    const before = [
      { name: 'o', fields: [{ ...fields[0], description: 'old' }] },
    ];
    const read = [
      { name: 'o', fields: [{ ...fields[0], description: 'new' }] },
    ];
    expect(keepDescriptions(before, read)).toEqual(read);
  });
});
