import { dataClassifications, dataProductTypes } from '../draft';

/**
 * The fields of a data product that can be filled in for many products at
 * once: each is a single text below `spec`.
 *
 * @public
 */
export const fillableFields = [
  'owner',
  'productOwner',
  'domain',
  'purpose',
  'type',
  'lifecycle',
  'classification',
  'version',
  'notice',
] as const;

/** @public */
export type FillableField = (typeof fillableFields)[number];

/**
 * Those of the fields that name an entity, with the kinds it may have; the
 * first one is meant where none is written.
 *
 * @public
 */
export const refFields = {
  owner: ['Group', 'User'],
  productOwner: ['User'],
  domain: ['Domain'],
} as const satisfies Partial<Record<FillableField, readonly string[]>>;

/** @public */
export type RefField = keyof typeof refFields;

/**
 * Those of the fields that hold one word, with the words that every mesh knows;
 * an organisation may have others.
 *
 * @public
 */
export const wordFields = {
  type: dataProductTypes,
  lifecycle: [
    'candidate',
    'experimental',
    'production',
    'deprecated',
    'retired',
  ],
  classification: dataClassifications,
} as const satisfies Partial<Record<FillableField, readonly string[]>>;

/** @public */
export type WordField = keyof typeof wordFields;

/**
 * Whether a field names an entity.
 *
 * @public
 */
export function isRefField(field: FillableField): field is RefField {
  return Object.hasOwn(refFields, field);
}

/**
 * Whether a field holds one word.
 *
 * @public
 */
export function isWordField(field: FillableField): field is WordField {
  return Object.hasOwn(wordFields, field);
}
