import { Config } from '@backstage/config';
import { resolve } from 'node:path';

/** The folder in which local repositories are made. */
export type LocalRepositoriesConfig = {
  /** Its name in `catalog.providers.dataMeshLocalFolder`. */
  id: string;
  /** Absolute. */
  path: string;
};

const FOLDERS = 'catalog.providers.dataMeshLocalFolder';

/** Reads where local repositories are made; nowhere by default. */
export function readLocalRepositoriesConfig(
  config: Config,
): LocalRepositoriesConfig | undefined {
  const id = config.getOptionalString('scaffolder.dataMesh.publishLocal');
  if (id === undefined) {
    return undefined;
  }
  const folders = config.getOptionalConfig(FOLDERS);
  if (!folders?.keys().includes(id)) {
    throw new Error(
      `scaffolder.dataMesh.publishLocal is "${id}", and ${FOLDERS} has no folder of that name`,
    );
  }
  return { id, path: resolve(folders.getConfig(id).getString('path')) };
}
