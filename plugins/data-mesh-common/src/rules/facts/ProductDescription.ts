/**
 * An output port as facts see it.
 *
 * @public
 */
export interface PortDescription {
  name: string;
  /** In lower case. */
  type?: string;
  /** Platform and location as one text, in lower case. */
  address?: string;
  classification?: string;
  /** `ref` is a full ref; `isElsewhere` when only an id or url is given. */
  contract?: { ref?: string; isElsewhere: boolean };
}

/**
 * What facts need of a data product's catalog file, in a few plain values that
 * can be stored. Refs are full, in lower case.
 *
 * @public
 */
export interface ProductDescription {
  ref: string;
  name: string;
  title?: string;
  purpose?: string;
  type?: string;
  lifecycle?: string;
  version?: string;
  tags: string[];
  /** Keys of the annotations. */
  annotations: string[];
  hasDocs: boolean;
  /** Where the source is: a repository or a folder of one. */
  sourceLocation?: string;
  owner?: string;
  productOwner?: string;
  domains: string[];
  system?: string;
  classification?: string;
  personas: string[];
  /** Without deprecated ones. */
  outputPorts: PortDescription[];
  /** Inputs are named, or it is said that there are none. */
  declaresInputs: boolean;
  /** Products and components that it draws from. */
  inputs: string[];
  initiatives: string[];
  access: { howTo: boolean; approver: boolean; open: boolean };
  supportChannels: number;
  privacy: { retention: boolean; legalBasis: boolean; masking: boolean };
  funding?: { run: string; until?: string };
  terms: number;
  notice?: string;
  serviceLevels: { property: string; value: string }[];
  mvpAt?: string;
}
