import { stringify } from 'yaml';
import { FieldPath, formatPath } from '../paths';

/**
 * Something about a data product that its owners should mend. The entity is
 * kept all the same.
 *
 * - `W1` status and lifecycle disagree
 * - `W2` an output port names an input port that is not there
 * - `W3` in production without an output port, or a port without a contract
 * - `W4` a deprecated port without a later version
 * - `W5` the version is not semantic
 * - `W6` no place to ask for help
 * - `W7` the owner is the importer's fallback
 * - `W8` the source file fits another version of its standard than it declares
 * - `W9` the source file breaks rules of its standard
 * - `W10` a variable that nothing filled in
 * - `W11` a steward, or the product owner, who left the team
 * - `W12` the source file refers to other files, which were not read
 *
 * @public
 */
export type DataProductWarning = {
  code:
    | 'W1'
    | 'W2'
    | 'W3'
    | 'W4'
    | 'W5'
    | 'W6'
    | 'W7'
    | 'W8'
    | 'W9'
    | 'W10'
    | 'W11'
    | 'W12';
  /** Where in the catalog file, for example `spec.outputPorts[0].contract`. */
  path: string;
  /** What is the matter, in a sentence. */
  message: string;
  /** What to do, in a sentence. */
  fix: string;
  /** What to write into the catalog file, from its root on. */
  yaml?: string;
};

export function warning(
  code: DataProductWarning['code'],
  path: FieldPath,
  message: string,
  fix: string,
  spec?: object,
): DataProductWarning {
  return {
    code,
    path: formatPath(path),
    message,
    fix,
    ...(spec && { yaml: stringify({ spec }, { lineWidth: 0 }).trimEnd() }),
  };
}
