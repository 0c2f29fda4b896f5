import { API_GROUP } from '../apiGroup';

/**
 * The standard that an imported data product follows: `bitol-odps`,
 * `odpi-odps`, `dpds`, `dps`, `agile-lab-dps` or `dbt`.
 *
 * @public
 */
export const ANNOTATION_DESCRIPTOR_FORMAT = `${API_GROUP}/descriptor-format`;

/**
 * The version of that standard which the imported file fits.
 *
 * @public
 */
export const ANNOTATION_DESCRIPTOR_VERSION = `${API_GROUP}/descriptor-version`;

/**
 * What the standard's own schema says to the imported file: `valid`,
 * `warnings:<n>` or `unmappable`.
 *
 * @public
 */
export const ANNOTATION_DESCRIPTOR_VALIDATION = `${API_GROUP}/descriptor-validation`;

/**
 * Where an imported owner was read from; `fallback` when nothing named one.
 *
 * @public
 */
export const ANNOTATION_OWNER_SOURCE = `${API_GROUP}/owner-source`;

/**
 * On an API entity: the id that the contract file itself carries.
 *
 * @public
 */
export const ANNOTATION_CONTRACT_ID = `${API_GROUP}/contract-id`;
