import { InputError } from '@backstage/errors';
import { checkDraft } from './checkDraft';
import { DataProductDraft, DraftedFile } from './DataProductDraft';
import { ProductFiles } from './files/ProductFiles';
import { normalizeDraft } from './normalizeDraft';
import { writeAnswers } from './writeAnswers';

/**
 * The files of a new data product: `catalog-info.yaml` first, with the product
 * and an API entity for each contract, then a file in `contracts/` for each of
 * them, valid by ODCS v3.1.0.
 *
 * Promises stand in the contracts, and in the product only without any. A
 * product without output ports is a candidate, whatever `lifecycle` says. A
 * contract with a `ref` and without `objects` is only referred to.
 *
 * @throws InputError for a draft to which `checkDraft` has something to say
 * @public
 */
export function writeDraft(draft: DataProductDraft): DraftedFile[] {
  const problems = checkDraft(draft);
  if (problems.length) {
    const sentences = problems.map(({ message }) => message);
    throw new InputError([...new Set(sentences)].join(' '));
  }
  const answers = normalizeDraft(draft);
  const files = ProductFiles.create(answers.name ?? '');
  writeAnswers(files, answers);
  return files.result();
}
