import { InputError } from '@backstage/errors';
import { readRefs } from '../http/readValues';
import { subjectOf } from '../resultViews/Outlines';

/** @throws InputError when rules say nothing about entities of this kind */
export function readSubjectRef(text: string): string {
  const [ref = ''] = readRefs('entityRef', [text], 'DataProduct') ?? [];
  if (!subjectOf(ref)) {
    throw new InputError(
      `entityRef: rules are about data products and domains, not about ${ref}`,
    );
  }
  return ref;
}
