import {
  ANNOTATION_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import parseGitUrl from 'git-url-parse';
import { posix } from 'node:path';
import { LocalRepositories } from '../localRepositories/LocalRepositories';
import { locationPath } from './locationPath';

/** Where the catalog file of a product lies. */
export type ProductPlace =
  | {
      origin: 'local';
      /** The repository. */
      name: string;
      /** The catalog file, from the root of the repository. */
      file: string;
    }
  | {
      origin: 'github' | 'gitlab' | 'other';
      /** The repository. */
      name: string;
      /** The catalog file, from the root of the repository. */
      file: string;
      /** The address of the catalog file. */
      url: string;
      /** As the stock actions take it. */
      repoUrl: string;
      branch?: string;
    };

/**
 * Reads the catalog's note of where an entity comes from.
 *
 * @throws InputError when its files can only be read, or are not known
 */
export function locateProduct(
  entity: Entity,
  options: { integrations: ScmIntegrations; repositories?: LocalRepositories },
): ProductPlace {
  const ref = stringifyEntityRef(entity);
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '';
  const path = locationPath(entity);
  if (path !== undefined) {
    const place = options.repositories?.placeOf(path);
    if (!place) {
      throw new InputError(
        `The catalog file of ${ref} lies on the disk of the portal, outside the folder of its repositories: change it there, ${path}`,
      );
    }
    return { origin: 'local', ...place };
  }
  if (!location.startsWith('url:')) {
    throw new InputError(
      `${ref} was not read from a file that can be changed (${
        location || 'the catalog does not say where it comes from'
      })`,
    );
  }
  const url = location.slice('url:'.length);
  const type = options.integrations.byUrl(url)?.type;
  const { owner, name, ref: branch, filepath } = parseGitUrl(url);
  return {
    origin: type === 'github' || type === 'gitlab' ? type : 'other',
    name,
    file: filepath || posix.basename(new URL(url).pathname),
    url,
    repoUrl: `${new URL(url).host}?${new URLSearchParams({
      owner,
      repo: name,
    })}`,
    ...(branch && { branch }),
  };
}

/** The folder of the catalog file, from the root; empty for the root itself. */
export function folderOf({ file }: ProductPlace): string {
  const folder = posix.dirname(file);
  return folder === '.' ? '' : folder;
}
