import { Entity } from '@backstage/catalog-model';
import { PortContract } from './DataProductEntityV1alpha1';
import { checkKeys } from './checkKeys';
import { dataProductProblem, DataProductProblem } from './DataProductProblem';
import { describeValue, FieldPath, formatPath } from './paths';
import { ParsedReference, parseReference } from './parseReference';
import { referencesIn, WrittenReference } from './references';

/**
 * Finds what the schema cannot say: the problems E2 to E5, and characters that
 * no database can hold (as E1). Takes any entity, also one that does not fit
 * the schema, and never throws.
 *
 * @returns an empty list for an entity that may enter the catalog
 * @public
 */
export function checkDataProduct(entity: Entity): DataProductProblem[] {
  return [
    ...checkPortKeys(entity),
    ...checkPortContracts(entity),
    ...checkReferences(entity),
    ...checkKeys(entity),
  ];
}

function* checkPortKeys(entity: Entity): Generator<DataProductProblem> {
  const seen = new Map<string, FieldPath>();
  for (const { path, port } of portsOf(entity, 'outputPorts')) {
    if (typeof port.name !== 'string') {
      continue;
    }
    const key = JSON.stringify([port.name, port.version]);
    const first = seen.get(key);
    if (!first) {
      seen.set(key, path);
      continue;
    }
    const version =
      port.version === undefined
        ? 'without a version'
        : `in version ${describeValue(port.version)}`;
    yield dataProductProblem('E2', path, {
      found: `the output port ${describeValue(
        port.name,
      )} ${version}, as in ${formatPath(first)}`,
      allowed: 'each name and version once',
      fix: 'Remove one of the two, or give it another name or version.',
    });
  }
}

function* checkPortContracts(entity: Entity): Generator<DataProductProblem> {
  for (const list of ['inputPorts', 'outputPorts']) {
    for (const { path, port } of portsOf(entity, list)) {
      const contract = port.contract;
      if (!isRecord(contract) || Array.isArray(contract)) {
        continue;
      }
      const { ref, id, url }: Partial<PortContract> = contract;
      if (![ref, id, url].some(value => value !== undefined)) {
        yield dataProductProblem('E3', [...path, 'contract'], {
          found: describeValue(contract),
          allowed: 'an object with at least one of ref, id and url',
          fix: 'Name the API entity of the contract in ref, or leave contract out.',
        });
      }
    }
  }
}

function* checkReferences(entity: Entity): Generator<DataProductProblem> {
  for (const written of referencesIn(entity)) {
    const parsed = parseReference(written);
    if ('problem' in parsed) {
      yield dataProductProblem('E4', written.path, explain(written, parsed));
    }
  }
}

function explain(
  { text, field }: WrittenReference,
  parsed: Extract<ParsedReference, { problem: string }>,
) {
  const kinds = new Intl.ListFormat('en', { type: 'disjunction' }).format(
    field.kinds,
  );
  const example = `${field.kinds[0].toLocaleLowerCase('en-US')}:default/name`;
  const found = describeValue(text);
  switch (parsed.problem) {
    case 'no kind':
      return {
        found: `${found} without a kind`,
        allowed: `a reference to a ${kinds}, with its kind`,
        fix: `Write the kind in front, for example ${example}.`,
      };
    case 'wrong kind':
      return {
        found,
        allowed: `a reference to a ${kinds}`,
        fix: `Name an entity of an allowed kind, for example ${example}.`,
      };
    case 'too long':
      return {
        found: `${found}, which is too long`,
        allowed: 'a reference of at most 255 characters',
        fix: 'Use the name that the entity has in the catalog.',
      };
    default:
      return {
        found,
        allowed:
          'a reference of the form [kind:][namespace/]name without spaces',
        fix: `Use the entity's name, not its title, for example ${example}.`,
      };
  }
}

function* portsOf(entity: Entity, list: string) {
  const ports: unknown = entity.spec?.[list];
  if (Array.isArray(ports)) {
    for (const [i, port] of ports.entries()) {
      if (isRecord(port)) {
        yield { path: ['spec', list, i], port };
      }
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
