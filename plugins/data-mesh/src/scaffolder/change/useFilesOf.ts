import {
  Entity,
  parseEntityRef,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { CatalogApi, catalogApiRef } from '@backstage/plugin-catalog-react';
import { DraftedFile } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useQuery } from '@tanstack/react-query';
import { dataMeshQueryApiRef } from '../../api/dataMeshQueryApiRef';
import { findEntity } from '../findEntity';
import { isContractEntity } from '../../contract/isContractEntity';

/** What the catalog knows of a product's files, in two requests. */
export function useFilesOf(ref: string | undefined) {
  const catalogApi = useApi(catalogApiRef);
  const client = useApi(dataMeshQueryApiRef);
  return useQuery<{ files: DraftedFile[]; name: string } | null, Error>(
    {
      queryKey: ['data-mesh', 'files-of', ref?.toLocaleLowerCase('en-US')],
      enabled: Boolean(ref),
      queryFn: () => readFiles(catalogApi, ref ?? ''),
    },
    client,
  );
}

async function readFiles(catalogApi: CatalogApi, ref: string) {
  const product = await findEntity(
    catalogApi,
    stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'DataProduct' })),
  );
  if (!product) {
    return null;
  }
  const entityRefs = (product.relations ?? [])
    .filter(({ type }) => type === RELATION_PROVIDES_API)
    .map(({ targetRef }) => targetRef);
  const { items } = entityRefs.length
    ? await catalogApi.getEntitiesByRefs({ entityRefs })
    : { items: [] };
  const contracts = items.filter(
    (entity): entity is Entity => !!entity && isContractEntity(entity),
  );
  const { filesOf } = await import('./filesOf');
  return { files: filesOf(product, contracts), name: product.metadata.name };
}
