/**
 * One column, property or element of a contract's schema; nested ones follow
 * their parent in the list.
 *
 * @public
 */
export type ContractField = {
  name: string;
  /** Dotted from the object on; an array's element is written `[]`. */
  path: string;
  /** 0 for the fields of the object itself. */
  depth: number;
  title?: string;
  description?: string;
  /** The name in the store, where it differs from `name`. */
  physicalName?: string;
  logicalType?: string;
  /** Of an array: what its elements are, for example `string`. */
  itemType?: string;
  physicalType?: string;
  required: boolean;
  unique: boolean;
  primaryKey: boolean;
  classification?: string;
  criticalDataElement: boolean;
  /**
   * Names under which other data knows this key: the custom property
   * `businessKey`.
   */
  businessKeys?: string[];
  tags: string[];
  examples: string[];
  /** The only values it may take; empty when there is no such list. */
  allowedValues: { value: string; label?: string; description?: string }[];
  /** Fields elsewhere that it points to, as written: `receivers.id`. */
  references: string[];
  quality: ContractQualityRule[];
};

/**
 * A table, topic, view or file of a contract.
 *
 * @public
 */
export type ContractObject = {
  name: string;
  title?: string;
  physicalName?: string;
  physicalType?: string;
  description?: string;
  /** What one row stands for. */
  granularity?: string;
  tags: string[];
  fields: ContractField[];
  quality: ContractQualityRule[];
};

/**
 * A rule about the data's quality.
 *
 * @public
 */
export type ContractQualityRule = {
  name?: string;
  description?: string;
  /** `text`, `library`, `sql`, `custom` or another word. */
  type?: string;
  dimension?: string;
  severity?: string;
  /** The library's metric or rule, for example `nullValues`. */
  metric?: string;
  /** What is expected, readable: `must be less than 5 %`. */
  expectation?: string;
  query?: string;
  /** The tool that runs it, for example `soda`. */
  engine?: string;
  /** What a custom rule hands to its engine, as written. */
  implementation?: string;
  arguments: { name: string; value: string }[];
  businessImpact?: string;
  schedule?: string;
};

/**
 * A promise of a contract: `slaProperties` of ODCS.
 *
 * @public
 */
export type ContractServiceLevel = {
  property: string;
  value: string;
  valueExt?: string;
  unit?: string;
  element?: string;
  driver?: string;
  description?: string;
  schedule?: string;
};

/**
 * Where the data is: a server of ODCS with its further settings by name.
 *
 * @public
 */
export type ContractServer = {
  name: string;
  type?: string;
  environment?: string;
  description?: string;
  settings: { name: string; value: string }[];
};

/**
 * A person of the team behind a contract.
 *
 * @public
 */
export type ContractTeamMember = {
  username: string;
  name?: string;
  role?: string;
  description?: string;
  dateIn?: string;
  dateOut?: string;
};

/**
 * A data contract, read from ODCS v3 and put into one shape for all its minor
 * versions.
 *
 * @public
 */
export type Contract = {
  id?: string;
  name?: string;
  version?: string;
  /** The version of ODCS that the file declares, for example `v3.1.0`. */
  apiVersion?: string;
  status?: string;
  domain?: string;
  dataProduct?: string;
  purpose?: string;
  usage?: string;
  limitations?: string;
  tags: string[];
  objects: ContractObject[];
  serviceLevels: ContractServiceLevel[];
  servers: ContractServer[];
  team: { name?: string; description?: string; members: ContractTeamMember[] };
  support: {
    channel: string;
    url?: string;
    tool?: string;
    scope?: string;
    description?: string;
  }[];
  roles: {
    role: string;
    access?: string;
    description?: string;
    /** First level, then second level, as written. */
    approvers: string[];
  }[];
  /** Further reading: ODCS calls them authoritative definitions. */
  links: { url: string; type?: string; description?: string }[];
  /** What only one organisation or tool knows, by name. */
  customProperties?: { name: string; value: string }[];
};

/**
 * Something about a contract's text that stands in the way of reading it or
 * part of it.
 *
 * @public
 */
export type ContractProblem = {
  message: string;
  /** Counted from 1. */
  line?: number;
  /** Counted from 1. */
  column?: number;
  /** Where in the document, for example `schema[0].properties[2].name`. */
  path?: string;
};

/**
 * The outcome of reading a contract's text. Without `contract` nothing could
 * be read; with both, the parts named by the problems were left out.
 *
 * @public
 */
export type ContractReading = {
  contract?: Contract;
  problems: ContractProblem[];
};

/**
 * What the projection keeps of a contract: enough to find products by their
 * fields and to judge the contract without reading it again.
 *
 * @public
 */
export type ContractFacts = {
  id?: string;
  title?: string;
  version?: string;
  status?: string;
  /** All fields, nested ones included, by path, with the object's name. */
  fields: { object: string; path: string; described: boolean }[];
  /** Fields whose description has at least ten characters. */
  explainedFields: number;
  /** Names of the business keys that the fields declare, each once. */
  businessKeys: string[];
  /** The data classes of the fields, each once. */
  classifications: string[];
  qualityRules: number;
  serviceLevels: { property: string; value: string; unit?: string }[];
  supportChannels: number;
  /** Custom property `reviewAt`: the day on which to look at it again. */
  reviewAt?: string;
  /** Custom property `notice`: how long before a breaking change, as `30d`. */
  notice?: string;
  /** Why nothing could be read, with line and column where known. */
  problem?: string;
};
