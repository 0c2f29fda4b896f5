/**
 * The order in which new keys are written: what people look for first comes
 * first.
 */

/** Of the `metadata` of an entity. */
export const METADATA_KEYS = [
  'name',
  'namespace',
  'title',
  'description',
  'tags',
  'labels',
  'annotations',
  'links',
];

/** Of the `spec` of a data product. */
export const SPEC_KEYS = [
  'type',
  'lifecycle',
  'owner',
  'productOwner',
  'stewards',
  'domain',
  'system',
  'version',
  'purpose',
  'usage',
  'limitations',
  'classification',
  'containsPii',
  'criticality',
  'synonyms',
  'personas',
  'initiatives',
  'mvpAt',
  'dependsOn',
  'inputs',
  'inputPorts',
  'outputPorts',
  'consumers',
  'access',
  'privacy',
  'funding',
  'terms',
  'notice',
  'sla',
  'support',
];

/** Of an input port. */
export const INPUT_PORT_KEYS = [
  'name',
  'title',
  'description',
  'version',
  'type',
  'source',
  'sourcePort',
  'externalSource',
  'contract',
];

/** Of an output port. */
export const OUTPUT_PORT_KEYS = [
  'name',
  'title',
  'description',
  'version',
  'type',
  'platform',
  'environment',
  'location',
  'deprecated',
  'resource',
  'inputs',
  'contract',
];

/** Of a contract. */
export const CONTRACT_KEYS = [
  'apiVersion',
  'kind',
  'id',
  'name',
  'version',
  'status',
  'tenant',
  'domain',
  'dataProduct',
  'tags',
  'description',
  'servers',
  'schema',
  'slaProperties',
];

/** Of a contract's object: its rules are read before its many fields. */
export const OBJECT_KEYS = [
  'name',
  'physicalName',
  'physicalType',
  'businessName',
  'description',
  'dataGranularityDescription',
  'tags',
  'quality',
  'properties',
];

/** Of a contract's field. */
export const FIELD_KEYS = [
  'name',
  'logicalType',
  'physicalType',
  'description',
  'primaryKey',
  'primaryKeyPosition',
  'required',
  'unique',
  'classification',
  'items',
  'properties',
];
