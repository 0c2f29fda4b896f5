import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { DraftedFile } from '../DataProductDraft';

const folder = resolve(__dirname, '../../../../../catalog-info/products');

/** The names of the data products of the demo organisation. */
export const demoProducts = readdirSync(folder).sort();

/** The catalog file and the contracts of one of them, with days as dates. */
export function demoFiles(name: string): DraftedFile[] {
  return readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
    .filter(path => /\.ya?ml$/.test(path))
    .sort()
    .map(path => ({
      path: path.split(sep).join('/'),
      content: readFileSync(join(folder, name, path), 'utf8').replace(
        /\bD-\d+\b/g,
        '2026-01-31',
      ),
    }));
}
