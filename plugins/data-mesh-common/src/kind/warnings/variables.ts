import { DataProductEntityV1alpha1 } from '../DataProductEntityV1alpha1';
import { FieldPath } from '../paths';
import { warning } from './DataProductWarning';

/** `${NAME}`, `${NAME:-default}` and a template's `${{ name }}`. */
const VARIABLE = /\$\{{1,2}[^{}]{1,200}\}{1,2}/;

/** W10 */
export function* checkVariables({ metadata, spec }: DataProductEntityV1alpha1) {
  const { title, description, links } = metadata;
  const { descriptor, ...rest } = spec;
  yield* find({ title, description, links }, ['metadata']);
  yield* find(rest, ['spec']);
  // The source file itself is kept as it is; its variables are expected.
  yield* find({ ...descriptor, content: undefined }, ['spec', 'descriptor']);
}

function* find(
  value: unknown,
  path: FieldPath,
): Generator<ReturnType<typeof warning>> {
  if (typeof value === 'string') {
    const variable = VARIABLE.exec(value)?.[0];
    if (variable) {
      yield warning(
        'W10',
        path,
        `The text holds ${variable}, which nothing filled in.`,
        'Write the value itself.',
      );
    }
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      yield* find(item, [...path, i]);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield* find(item, [...path, key]);
    }
  }
}
