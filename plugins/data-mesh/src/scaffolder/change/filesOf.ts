import { Entity } from '@backstage/catalog-model';
import { DraftedFile } from '@backstage-data-mesh/plugin-data-mesh-common';
import { stringify } from 'yaml';

/** Of an entity, what the catalog itself puts there. */
const CATALOGS_OWN = ['backstage.io/managed-by-', 'backstage.io/orphan'];

/**
 * The files of a product as far as the catalog knows them. It holds entities,
 * not their files: comments, order and the names of files are not those of the
 * repository, but what is written is the same.
 */
export function filesOf(
  product: Entity,
  contracts: readonly Entity[],
): DraftedFile[] {
  const texts: DraftedFile[] = [];
  const documents = [product, ...contracts].map(entity => {
    const written = asWritten(entity);
    const text = entity.kind === 'API' ? entity.spec?.definition : undefined;
    if (typeof text !== 'string') {
      return written;
    }
    const path = `contracts/${entity.metadata.name}.odcs.yaml`;
    texts.push({ path, content: text });
    return {
      ...written,
      spec: { ...written.spec, definition: { $text: `./${path}` } },
    };
  });
  return [
    {
      path: 'catalog-info.yaml',
      content: documents.map(document => stringify(document)).join('---\n'),
    },
    ...texts,
  ];
}

function asWritten(entity: Entity) {
  const { apiVersion, kind, metadata, spec } = entity;
  const { uid: _uid, etag: _etag, namespace, annotations, ...rest } = metadata;
  const kept = Object.entries(annotations ?? {}).filter(
    ([key]) => !CATALOGS_OWN.some(own => key.startsWith(own)),
  );
  return {
    apiVersion,
    kind,
    metadata: {
      ...rest,
      ...(namespace !== 'default' && { namespace }),
      ...(kept.length && { annotations: Object.fromEntries(kept) }),
    },
    spec,
  };
}
