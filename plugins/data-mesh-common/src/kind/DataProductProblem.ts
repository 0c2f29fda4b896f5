import { FieldPath, formatPath } from './paths';

/**
 * Why a data product is refused.
 *
 * - `E1` it does not fit the schema, or holds a character that no database takes
 * - `E2` two output ports have the same name and version
 * - `E3` a port's contract names none of ref, id and url
 * - `E4` a reference cannot be understood or names a kind that is not allowed
 * - `E5` keys differ only in upper and lower case
 *
 * @public
 */
export type DataProductProblem = {
  code: 'E1' | 'E2' | 'E3' | 'E4' | 'E5';
  /** Where, for example `spec.outputPorts[1]`. */
  path: string;
  /** What stands there, shortened when it is long. */
  found: string;
  /** What may stand there. */
  allowed: string;
  /** One sentence that names path, value found and what is allowed. */
  message: string;
  /** One sentence that says how to mend it. */
  fix: string;
};

/**
 * Puts a problem together, with the sentence that all of them share.
 *
 * @public
 */
export function dataProductProblem(
  code: DataProductProblem['code'],
  path: FieldPath,
  parts: { found: string; allowed: string; fix: string },
): DataProductProblem {
  const where = formatPath(path);
  return {
    code,
    path: where,
    ...parts,
    message: `${where}: found ${parts.found}; allowed is ${parts.allowed}.`,
  };
}
