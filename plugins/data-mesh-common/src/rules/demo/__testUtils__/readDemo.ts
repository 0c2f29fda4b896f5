import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { Waiver } from '../../evaluate/waivers';
import { EvidenceRecord } from '../../evidence';

export const folder = resolve(__dirname, '../../../../../../catalog-info');

export const DAY_ZERO = '2026-03-01';

/** The day that lies `offset` days after day 0. */
export function day(offset: number): string {
  const time = Date.parse(DAY_ZERO) + offset * 24 * 60 * 60 * 1000;
  return new Date(time).toISOString().slice(0, 10);
}

/** All entities of the demo organisation, as its portal reads them. */
export function readDemoEntities(): Entity[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /^(domains|org|systems|products)\b.*\.yaml$/.test(path))
    .filter(path => !/(\.odcs|mkdocs)\.ya?ml$/.test(path))
    .sort()
    .flatMap(path =>
      parseAllDocuments(readFileSync(join(folder, path), 'utf8'))
        .map(document => withDates(document.toJS()) as unknown as Entity)
        .map(entity => locate(entity, path)),
    );
}

/** The evidence of the demo, by entity. */
export function readDemoEvidence(): Map<string, EvidenceRecord[]> {
  const files = ['products', 'domains', 'people'];
  const items = files.flatMap(
    name => readSeed(name) as { entity: string; evidence: EvidenceRecord[] }[],
  );
  return new Map(items.map(({ entity, evidence }) => [entity, evidence]));
}

/** The exceptions of the demo, by entity. */
export function readDemoWaivers(): (Waiver & { entity: string })[] {
  return readSeed('waivers') as (Waiver & { entity: string })[];
}

function readSeed(name: string): unknown {
  const file = join(folder, 'evidence', `${name}.yaml`);
  return withDates(parse(readFileSync(file, 'utf8')));
}

/** Reads a contract in, and says where the entity is from. */
function locate(entity: Entity, path: string): Entity {
  const { definition } = (entity.spec ?? {}) as {
    definition?: { $text?: string };
  };
  const text = definition?.$text;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        'backstage.io/managed-by-location': `file:/${path}`,
      },
    },
    spec: {
      ...entity.spec,
      ...(text && {
        definition: readFileSync(join(folder, path, '..', text), 'utf8'),
      }),
    },
  };
}

/** With days for what is counted from day 0. */
export function withDates(value: JsonValue): JsonValue {
  if (typeof value === 'string') {
    const offset = /^D([+-]\d+)?$/.exec(value);
    return offset ? day(Number(offset[1] ?? 0)) : value;
  }
  if (Array.isArray(value)) {
    return value.map(withDates);
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value as JsonObject).map(([key, inner]) => [
        key,
        withDates(inner as JsonValue),
      ]),
    );
  }
  return value;
}

export function nameOf(ref: string): string {
  return basename(ref);
}

export function refOf(entity: Entity): string {
  return stringifyEntityRef(entity);
}
