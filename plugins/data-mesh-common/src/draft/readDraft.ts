import { DraftedFile } from './DataProductDraft';
import { ProductFiles } from './files/ProductFiles';
import { DataProductAnswers } from './normalizeDraft';
import { readAnswers } from './readAnswers';

/**
 * The answers that the files of a data product give, with refs in full; what a
 * draft cannot express is left out of it. A contract that several ports share
 * has its `objects` with the first of them.
 *
 * @param files - the catalog file and the contracts it refers to by `$text`,
 *   with paths from one folder on; others are passed over
 * @param options - `name` of the product, where the files hold several
 * @throws InputError when no data product can be read, with file and line
 * @public
 */
export function readDraft(
  files: DraftedFile[],
  options: { name?: string } = {},
): DataProductAnswers {
  return readAnswers(ProductFiles.open(files, options.name));
}
