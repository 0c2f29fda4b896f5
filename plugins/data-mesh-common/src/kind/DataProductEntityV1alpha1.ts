import { Entity } from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';
import { API_GROUP } from '../apiGroup';

/**
 * The kind of a data product, as written in a catalog file.
 *
 * @public
 */
export const DATA_PRODUCT_KIND = 'DataProduct';

/**
 * The `apiVersion` of {@link DataProductEntityV1alpha1}.
 *
 * @public
 */
export const DATA_PRODUCT_API_VERSION = `${API_GROUP}/v1alpha1` as const;

/**
 * Points a port at the contract that its data keeps. At least one of `ref`,
 * `id` and `url` is given.
 *
 * @public
 */
export type PortContract = {
  /** An API entity, normally with `spec.type: odcs`. Default kind API. */
  ref?: string;
  /** The id that the contract file itself carries. */
  id?: string;
  url?: string;
  version?: string;
  /** For example `odcs`. */
  format?: string;
};

/**
 * A value that only one organisation or tool knows, kept as it was written.
 *
 * @public
 */
export type CustomProperty = {
  property: string;
  value: JsonValue;
  vendor?: string;
  description?: string;
};

/**
 * Where a data product takes its data from.
 *
 * @public
 */
export type InputPort = {
  name: string;
  title?: string;
  description?: string;
  version?: string;
  type?: string;
  /**
   * What supplies it. Default kind DataProduct; Component, Resource, API and
   * System are allowed too.
   */
  source?: string;
  /** The name of that product's output port. */
  sourcePort?: string;
  /** A source that is not in the catalog: a system's name, a url. */
  externalSource?: string;
  contract?: PortContract;
  deprecated?: boolean;
  tags?: string[];
  customProperties?: CustomProperty[];
};

/**
 * Where consumers reach a data product. Its key is name and version together.
 *
 * @public
 */
export type OutputPort = {
  name: string;
  title?: string;
  description?: string;
  version?: string;
  /** The way in, for example `sql`, `stream`, `api`, `file`, `dashboard`. */
  type?: string;
  platform?: string;
  environment?: string;
  /** The address: a table, a topic, a url. */
  location?: string;
  status?: string;
  contract?: PortContract;
  /** The catalog's entity for what is behind the port. Default kind Resource. */
  resource?: string;
  /** Names of the input ports that it is made from. */
  inputs?: string[];
  classification?: string;
  containsPii?: boolean;
  autoApprove?: boolean;
  deprecated?: boolean;
  sbom?: JsonObject[];
  tags?: string[];
  customProperties?: CustomProperty[];
};

/**
 * Where a data product is discovered, observed or controlled by machines.
 *
 * @public
 */
export type ManagementPort = {
  name: string;
  /** `discoverability`, `observability`, `control`, `dictionary` or another word. */
  content: string;
  protocol?: string;
  url?: string;
  channel?: string;
  description?: string;
  deprecated?: boolean;
};

/**
 * A promise about the data, in the words of ODCS.
 *
 * @public
 */
export type ServiceLevel = {
  property: string;
  value: string | number | boolean;
  valueExt?: string | number | boolean;
  unit?: string;
  driver?: string;
  /** The name of the output port it holds for; all of them without it. */
  port?: string;
  element?: string;
  schedule?: string;
  scheduler?: string;
  description?: string;
};

/**
 * A place to ask for help.
 *
 * @public
 */
export type SupportChannel = {
  channel: string;
  url?: string;
  tool?: string;
  scope?: string;
  description?: string;
  invitationUrl?: string;
};

/**
 * Somebody who uses the data product, or means to, where nothing else tells.
 *
 * @public
 */
export type DataProductConsumer = {
  /** Group, Component, System or DataProduct. Default kind Group. */
  ref: string;
  purpose?: string;
  /** A day in ISO 8601. */
  since?: string;
  /** `active` unless said otherwise. */
  state?: 'active' | 'intended';
};

/**
 * The way to get at the data.
 *
 * @public
 */
export type DataProductAccess = {
  howTo?: string;
  /** Behind the button "Ask for access". */
  url?: string;
  /** User or Group. Default kind User. */
  approver?: string;
  /** `open`: everyone may read it without asking. */
  default?: 'closed' | 'open';
};

/**
 * Somebody who is, or was, in the team behind a data product.
 *
 * @public
 */
export type DataProductTeamMember = {
  username: string;
  name?: string;
  description?: string;
  role?: string;
  /** When the person joined, in ISO 8601. */
  dateIn?: string;
  /** When the person left, in ISO 8601. */
  dateOut?: string;
  replacedByUsername?: string;
};

/**
 * The people behind a data product, as the source names them.
 *
 * @public
 */
export type DataProductTeam = {
  name?: string;
  description?: string;
  members?: DataProductTeamMember[];
};

/**
 * A data product in the catalog.
 *
 * The shape follows the Bitol Open Data Product Standard where it has a word
 * for something; required are only `owner` and `lifecycle`.
 *
 * @public
 */
export interface DataProductEntityV1alpha1 extends Entity {
  apiVersion: typeof DATA_PRODUCT_API_VERSION;
  kind: typeof DATA_PRODUCT_KIND;
  spec: {
    owner: string;
    lifecycle: string;
    type?: string;
    status?: string;
    stewards?: string[];
    domain?: string;
    system?: string;
    components?: string[];
    dependsOn?: string[];
    dependencyOf?: string[];
    providesApis?: string[];
    consumesApis?: string[];
    inputPorts?: InputPort[];
    outputPorts?: OutputPort[];
    managementPorts?: ManagementPort[];
    productId?: string;
    version?: string;
    usage?: string;
    limitations?: string;
    createdAt?: string;
    declaredMaturity?: string;
    classification?: string;
    visibility?: string;
    criticality?: 'critical' | 'high' | 'medium' | 'low';
    containsPii?: boolean;
    synonyms?: string[];
    sla?: ServiceLevel[];
    support?: SupportChannel[];
    /** For information only; no relation follows from it. */
    team?: DataProductTeam;
    customProperties?: CustomProperty[];
    descriptor?: {
      format: string;
      version?: string;
      url?: string;
      content?: string;
    };
    /** The one accountable person. Default kind User. */
    productOwner?: string;
    /** What it offers, to whom, in one sentence; at most 400 characters. */
    purpose?: string;
    consumers?: DataProductConsumer[];
    /** States that the product has no inputs. */
    inputs?: 'none';
    /** `until` is a day in ISO 8601; `successor` is of default kind DataProduct. */
    deprecation?: { until?: string; successor?: string };
    /** Ids of the initiatives of the value tree that it serves. */
    initiatives?: string[];
    personas?: string[];
    access?: DataProductAccess;
    privacy?: { retention?: string; legalBasis?: string; masking?: string };
    /** Who runs it after the project: a Group or free text; a day in ISO 8601. */
    funding?: { run: string; until?: string };
    /** Glossary terms: refs or urls. */
    terms?: string[];
    /** Notice before a breaking change, for example `30d`. */
    notice?: string;
    /** The day of the first usable version, in ISO 8601. */
    mvpAt?: string;
  } & JsonObject;
}

/**
 * Whether an entity is a data product of a version this code can read.
 *
 * @public
 */
export function isDataProductEntity(
  entity: Entity,
): entity is DataProductEntityV1alpha1 {
  return (
    entity.apiVersion === DATA_PRODUCT_API_VERSION &&
    entity.kind.toLocaleLowerCase('en-US') ===
      DATA_PRODUCT_KIND.toLocaleLowerCase('en-US')
  );
}
