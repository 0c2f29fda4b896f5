import { productEntity } from '../../../testing/productPage';
import { changedLines, lineOf, yamlOf } from './fileChange';

describe('the change of the catalog file', () => {
  it('names both lines as short as the file would', () => {
    const lines = changedLines(
      productEntity({ owner: 'bi-centre', productOwner: 'viktor.holm' }),
      {
        owner: 'group:default/team-patient-access',
        productOwner: 'user:default/yusuf.demir',
      },
    );
    expect(lines).toEqual([
      { field: 'owner', before: 'bi-centre', after: 'team-patient-access' },
      {
        field: 'productOwner',
        before: 'viktor.holm',
        after: 'yusuf.demir',
      },
    ]);
    expect(yamlOf(lines)).toBe(
      'spec:\n  owner: team-patient-access\n  productOwner: yusuf.demir',
    );
  });

  it.each([
    ['group:other/a', 'other/a'],
    ['user:default/a', 'user:a'],
    ['group:default/a', 'a'],
  ])('%s as %s', (owner, after) => {
    expect(changedLines(productEntity(), { owner })).toEqual([
      { field: 'owner', before: 'logistics-data', after },
    ]);
  });

  it('leaves out what is written so already, in whichever form', () => {
    expect(
      changedLines(
        productEntity({
          owner: 'Group:default/Logistics-Data',
          productOwner: 'oskar',
        }),
        {
          owner: 'group:default/logistics-data',
          productOwner: 'user:default/oskar',
        },
      ),
    ).toEqual([]);
  });

  it('adds a line that is missing', () => {
    expect(
      changedLines(productEntity({ productOwner: undefined }), {
        owner: 'group:default/logistics-data',
        productOwner: 'user:default/oskar',
      }),
    ).toEqual([{ field: 'productOwner', before: undefined, after: 'oskar' }]);
  });

  it('quotes what YAML would read as something else', () => {
    expect(lineOf('owner', '007')).toBe('owner: "007"');
  });
});
