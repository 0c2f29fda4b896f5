import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** What the configuration says of the organisation; refs are full. */
export type MeshConfig = {
  centralTeams: string[];
  centralStores: string[];
  governanceGroup?: string;
};

/** Reads which teams and stores are central, and who agrees on shared rules. */
export function readMeshConfig(config: Config): MeshConfig {
  const governance = config.getOptionalString('dataMesh.governanceGroup');
  return {
    centralTeams: readRefs(config, 'dataMesh.centralTeams', 'Group'),
    centralStores: readRefs(config, 'dataMesh.centralStores', 'Component'),
    ...(governance && {
      governanceGroup: readRef(governance, 'dataMesh.governanceGroup', 'Group'),
    }),
  };
}

function readRefs(config: Config, key: string, kind: string): string[] {
  const refs = config.getOptionalStringArray(key) ?? [];
  return [
    ...new Set(refs.map((ref, at) => readRef(ref, `${key}[${at}]`, kind))),
  ];
}

function readRef(ref: string, key: string, defaultKind: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref, { defaultKind }));
  } catch {
    throw new InputError(
      `${key} is “${ref}”; it has to be an entity ref, such as ${defaultKind.toLocaleLowerCase(
        'en-US',
      )}:default/name`,
    );
  }
}
