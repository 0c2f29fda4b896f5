import { InputError } from '@backstage/errors';
import { DraftedFile } from './DataProductDraft';
import { ProductFiles } from './files/ProductFiles';
import { partOf } from './json';
import { DataProductAnswers, normalizeDraft } from './normalizeDraft';
import { writeAnswers } from './writeAnswers';

/**
 * Changes the files of a data product to what a draft says. The draft is
 * compared with what `readDraft` reads: an answer that differs is changed in
 * place, and one that is missing is taken out. All else stays as it is written,
 * comments and order included; a file without a change comes back byte for
 * byte.
 *
 * - Output ports are the same while name and version are; else while one of
 *   name, contract and position is.
 * - A contract with a `ref` and without `objects` stays as it is.
 * - The contract of a port that is taken out stays: others may rely on it.
 *
 * @param files - all that `readDraft` was given
 * @returns all files, changed or not, and new ones at the end
 * @throws InputError when no data product can be read, when the draft has
 *   another name or changes a contract that is not in the files, and when a file
 *   is written in a way that cannot be changed
 * @public
 */
export function changeDraft(
  files: DraftedFile[],
  draft: DataProductAnswers,
  options: { name?: string } = {},
): DraftedFile[] {
  const product = ProductFiles.open(files, options.name);
  const answers = normalizeDraft(draft);
  const { name } = partOf(product.product, 'metadata');
  if (answers.name !== undefined && answers.name !== name) {
    throw new InputError(
      `The name ${name} cannot be changed to ${answers.name}: others find the data product by it. Start a new one, and name it as the successor of this one.`,
    );
  }
  writeAnswers(product, answers);
  return product.result();
}
