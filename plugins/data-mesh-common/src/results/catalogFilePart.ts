import { z } from 'zod';

const fields = z
  .record(
    z.string(),
    z.unknown().refine(isJson, 'must be text, numbers, lists and groups'),
  )
  .refine(hasKeys, 'must name a field');

/**
 * A part of a catalog file, from its root on. In texts, `{name}` and `{title}`
 * stand for those of the entity.
 *
 * @public
 */
export const catalogFilePartSchema = z
  .strictObject({ metadata: fields.optional(), spec: fields.optional() })
  .refine(hasKeys, 'must have “metadata” or “spec”')
  .meta({ id: 'CatalogFilePart' });

/** @public */
export type CatalogFilePart = z.output<typeof catalogFilePartSchema>;

function hasKeys(value: object): boolean {
  return Object.keys(value).length > 0;
}

function isJson(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    default:
      return (
        typeof value === 'object' &&
        value !== null &&
        hasKeys(value) &&
        Object.values(value).every(isJson)
      );
  }
}
