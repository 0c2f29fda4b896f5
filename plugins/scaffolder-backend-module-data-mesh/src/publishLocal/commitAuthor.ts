import { UserEntity } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { GitAuthor } from '../localRepositories/git';

/**
 * Who a commit is by: the person who started the task; what the catalog does
 * not know of them comes from `scaffolder.defaultAuthor`, as in the stock
 * actions.
 */
export function commitAuthor(
  user: UserEntity | undefined,
  config: Config,
): GitAuthor {
  const profile = user?.spec.profile;
  const name =
    plain(profile?.displayName) ||
    plain(user?.metadata.title) ||
    plain(user?.metadata.name);
  return {
    name:
      name ||
      config.getOptionalString('scaffolder.defaultAuthor.name') ||
      'Scaffolder',
    email:
      plain(profile?.email) ||
      config.getOptionalString('scaffolder.defaultAuthor.email') ||
      'scaffolder@backstage.io',
  };
}

/** Without what would break the lines of a commit. */
function plain(text: unknown): string | undefined {
  return typeof text === 'string'
    ? // eslint-disable-next-line no-control-regex
      text.replace(/[<>\s\u0000-\u001f\u007f]+/g, ' ').trim()
    : undefined;
}
