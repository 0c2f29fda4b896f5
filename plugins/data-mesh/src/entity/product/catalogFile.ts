import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  Entity,
} from '@backstage/catalog-model';
import { safeUrl } from '../../components/safeUrl';

/** Where an entity is written: an address to open, else words for the place. */
export type CatalogFile = { url: string } | { path: string };

/** The file to change when something about an entity is to be put right. */
export function catalogFileOf(entity: Entity): CatalogFile | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const url = [
    annotations[ANNOTATION_EDIT_URL],
    annotations[ANNOTATION_VIEW_URL],
    afterPrefix(annotations[ANNOTATION_LOCATION], 'url:'),
    afterPrefix(annotations[ANNOTATION_SOURCE_LOCATION], 'url:'),
  ]
    .map(safeUrl)
    .find(found => found !== undefined);
  if (url) {
    return { url };
  }
  const path = afterPrefix(annotations[ANNOTATION_LOCATION], 'file:');
  return path ? { path } : undefined;
}

function afterPrefix(
  location: string | undefined,
  prefix: string,
): string | undefined {
  return location?.startsWith(prefix)
    ? location.slice(prefix.length)
    : undefined;
}
