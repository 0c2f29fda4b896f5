import { UserEntity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { commitAuthor } from './commitAuthor';

const user = (profile?: object, title?: string): UserEntity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'ada', ...(title && { title }) },
  spec: { ...(profile && { profile }) },
});

const nobody = { name: 'Scaffolder', email: 'scaffolder@backstage.io' };

describe('commitAuthor', () => {
  it.each([
    [
      user({ displayName: 'Ada L', email: 'ada@x.example' }),
      { name: 'Ada L', email: 'ada@x.example' },
    ],
    [user(undefined, 'Ada T'), { ...nobody, name: 'Ada T' }],
    [user(), { ...nobody, name: 'ada' }],
    [undefined, nobody],
    [
      user({ displayName: 'A <b@c>\n\ncommit', email: '<a@x>\u0000' }),
      { name: 'A b@c commit', email: 'a@x' },
    ],
    [user({ displayName: ' \n', email: '' }), { ...nobody, name: 'ada' }],
  ])('of %#', (entity, expected) => {
    expect(commitAuthor(entity, new ConfigReader({}))).toEqual(expected);
  });

  it('takes what is missing from the configuration', () => {
    const config = new ConfigReader({
      scaffolder: { defaultAuthor: { name: 'Portal', email: 'p@x.example' } },
    });
    expect(commitAuthor(undefined, config)).toEqual({
      name: 'Portal',
      email: 'p@x.example',
    });
    expect(commitAuthor(user(), config)).toEqual({
      name: 'ada',
      email: 'p@x.example',
    });
  });
});
