import { DraftedFile } from '@backstage-data-mesh/plugin-data-mesh-common';
import { stringify } from 'yaml';

/**
 * Adds annotations to the data product of a catalog file that was just written,
 * after its name; nothing else of the text changes.
 */
export function annotate(
  file: DraftedFile,
  annotations: Record<string, string>,
): DraftedFile {
  if (Object.keys(annotations).length === 0) {
    return file;
  }
  const lines = stringify({ annotations }, { lineWidth: 0 }).replace(
    /^(?=.)/gm,
    '  ',
  );
  return {
    ...file,
    content: file.content.replace(/^ {2}name: .*\n/m, name => name + lines),
  };
}
