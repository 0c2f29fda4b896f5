import { JsonObject } from '@backstage/types';
import schema from './DataProduct.v1alpha1.schema.json';

/**
 * The JSON Schema (draft 07) of {@link DataProductEntityV1alpha1}, in the form
 * of the catalog's own kinds: it refers to the schema with the id `Entity` for
 * what all kinds share. Unknown fields are allowed.
 *
 * @public
 */
export const dataProductEntityV1alpha1Schema: JsonObject = schema;
