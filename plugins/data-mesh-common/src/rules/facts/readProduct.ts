import {
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_LOCATION,
  Entity,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  DataProductEntityV1alpha1,
  OutputPort,
  RELATION_PRODUCT_OWNED_BY,
  ServiceLevel,
  relationsOf,
} from '../../kind';
import { PortDescription, ProductDescription } from './ProductDescription';

const DOCS_ANNOTATIONS = [
  'backstage.io/techdocs-ref',
  'backstage.io/techdocs-entity',
];

/**
 * Reads of a data product's catalog file what facts need. References that
 * cannot be understood are left out.
 *
 * @public
 */
export function readProduct(
  entity: DataProductEntityV1alpha1,
): ProductDescription {
  const { metadata, spec } = entity;
  const annotations = Object.keys(metadata.annotations ?? {});
  const relations = relationsOf(entity);
  const targets = (type: string, ...kinds: string[]) =>
    relations
      .filter(one => one.type === type && kinds.includes(kindOf(one.target)))
      .map(one => stringifyEntityRef(one.target));
  const inputs = targets(
    RELATION_DEPENDS_ON,
    'dataproduct',
    'component',
    'resource',
    'api',
    'system',
  );
  return {
    ref: stringifyEntityRef(entity),
    name: metadata.name,
    title: text(metadata.title),
    purpose: text(spec.purpose),
    type: word(spec.type),
    lifecycle: word(spec.lifecycle),
    version: text(spec.version),
    tags: metadata.tags ?? [],
    annotations,
    hasDocs:
      annotations.some(key => DOCS_ANNOTATIONS.includes(key)) ||
      (metadata.links ?? []).some(isDocs),
    sourceLocation: sourceLocationOf(entity),
    owner: targets(RELATION_OWNED_BY, 'group', 'user')[0],
    productOwner: targets(RELATION_PRODUCT_OWNED_BY, 'user')[0],
    domains: targets(RELATION_PART_OF, 'domain'),
    system: targets(RELATION_PART_OF, 'system')[0],
    classification: word(spec.classification),
    personas: (spec.personas ?? []).flatMap(persona => word(persona) ?? []),
    outputPorts: (spec.outputPorts ?? [])
      .filter(port => !port.deprecated)
      .map(port => readPort(port, metadata.namespace)),
    declaresInputs:
      spec.inputs === 'none' ||
      (spec.inputPorts ?? []).length > 0 ||
      inputs.length > 0,
    inputs,
    initiatives: spec.initiatives ?? [],
    access: {
      howTo: isThere(spec.access?.howTo) || isThere(spec.access?.url),
      approver: isThere(spec.access?.approver),
      open: spec.access?.default === 'open',
    },
    supportChannels: (spec.support ?? []).length,
    privacy: {
      retention: isThere(spec.privacy?.retention),
      legalBasis: isThere(spec.privacy?.legalBasis),
      masking: isThere(spec.privacy?.masking),
    },
    funding: text(spec.funding?.run)
      ? { run: spec.funding?.run as string, until: text(spec.funding?.until) }
      : undefined,
    terms: (spec.terms ?? []).length,
    notice: text(spec.notice),
    serviceLevels: (spec.sla ?? []).map(readServiceLevel),
    mvpAt: text(spec.mvpAt),
  };
}

function readPort(
  port: OutputPort,
  namespace: string | undefined,
): PortDescription {
  const { contract } = port;
  const location = text(port.location);
  return {
    name: port.name,
    type: word(port.type),
    address: location
      ? [word(port.platform), word(location)].filter(Boolean).join(' ')
      : undefined,
    classification: word(port.classification),
    contract: contract
      ? {
          ref: fullRef(contract.ref, 'API', namespace),
          isElsewhere: !contract.ref,
        }
      : undefined,
  };
}

function readServiceLevel({ property, value }: ServiceLevel) {
  return { property, value: String(value ?? '') };
}

/** The repository or folder; of a file, the folder that it is in. */
function sourceLocationOf({ metadata }: Entity): string | undefined {
  const source = text(metadata.annotations?.[ANNOTATION_SOURCE_LOCATION]);
  if (source) {
    return source.replace(/\/+$/, '');
  }
  const file = text(metadata.annotations?.[ANNOTATION_LOCATION]);
  return file?.replace(/\/[^/]*$/, '');
}

function isDocs({ icon, type }: { icon?: string; type?: string }): boolean {
  return [icon, type].some(mark => /^doc/i.test(mark ?? ''));
}

function fullRef(
  ref: string | undefined,
  defaultKind: string,
  defaultNamespace: string | undefined,
): string | undefined {
  try {
    return ref === undefined
      ? undefined
      : stringifyEntityRef(
          parseEntityRef(ref, { defaultKind, defaultNamespace }),
        );
  } catch {
    return undefined;
  }
}

function kindOf({ kind }: { kind: string }): string {
  return kind.toLocaleLowerCase('en-US');
}

function isThere(value: unknown): boolean {
  return text(value) !== undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/** A text whose case says nothing. */
function word(value: unknown): string | undefined {
  return text(value)?.toLocaleLowerCase('en-US');
}
