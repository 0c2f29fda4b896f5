import {
  EarlierEvidence,
  EarlierWaiver,
} from '@backstage-data-mesh/plugin-data-mesh-node';
import { JsonArray, JsonObject } from '@backstage/types';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { resolveDates } from '../dates/resolveDates';

/**
 * Reads the YAML files of a folder. Each is a list of entities with their
 * `evidence`, or of exceptions, which name a `rule`.
 *
 * @param dayZero - from which days such as `D-30` are counted
 * @throws Error that names the file which cannot be read
 */
export async function readRecords(
  folder: string,
  dayZero: string,
): Promise<{ evidence: EarlierEvidence[]; waivers: EarlierWaiver[] }> {
  const evidence: EarlierEvidence[] = [];
  const waivers: EarlierWaiver[] = [];
  const files = (await readdir(folder)).filter(name => /\.ya?ml$/.test(name));
  for (const file of files.sort()) {
    for (const record of await readList(join(folder, file), dayZero)) {
      const { entity, evidence: items, ...waiver } = record as JsonObject;
      const entityRef = String(entity);
      if (Array.isArray(items)) {
        evidence.push(
          ...items.map(item => ({
            ...(item as unknown as Omit<EarlierEvidence, 'entityRef'>),
            entityRef,
          })),
        );
      } else {
        waivers.push({
          ...(waiver as unknown as Omit<EarlierWaiver, 'entityRef'>),
          entityRef,
        });
      }
    }
  }
  return { evidence, waivers };
}

async function readList(file: string, dayZero: string): Promise<JsonArray> {
  try {
    const list = parse(await readFile(file, 'utf8'));
    if (!Array.isArray(list)) {
      throw new Error('it is no list');
    }
    return resolveDates(list as JsonArray, dayZero);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
