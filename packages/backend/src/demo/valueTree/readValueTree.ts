import { JsonValue } from '@backstage/types';
import { readFile } from 'node:fs/promises';
import { parse, stringify } from 'yaml';
import { resolveDates } from '../dates/resolveDates';

/**
 * Reads a document of the value tree, with days counted from day 0.
 *
 * @param dayZero - from which days such as `D-30` are counted
 * @returns YAML
 * @throws Error that names the file if it cannot be read
 */
export async function readValueTree(
  file: string,
  dayZero: string,
): Promise<string> {
  try {
    const document: JsonValue = parse(await readFile(file, 'utf8'));
    return stringify(resolveDates(document, dayZero));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
