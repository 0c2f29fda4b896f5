import { InputError } from '@backstage/errors';
import { readRefs } from '../http/readValues';
import { subjectOf } from '../resultViews/Outlines';

/** @throws InputError when rules say nothing about entities of this kind */
export function readSubjectRef(text: string): string {
  const ref = readRef(text);
  if (!subjectOf(ref)) {
    throw new InputError(
      `entityRef: rules are about data products and domains, not about ${ref}`,
    );
  }
  return ref;
}

/** @throws InputError when it is of another kind */
export function readProductRef(text: string): string {
  const ref = readRef(text);
  if (subjectOf(ref) !== 'DataProduct') {
    throw new InputError(
      `entityRef: this is about data products, not about ${ref}`,
    );
  }
  return ref;
}

/** @throws InputError when it is of another kind */
export function readDomainRef(text: string): string {
  const [ref = ''] = readRefs('domain', [text], 'Domain') ?? [];
  if (subjectOf(ref) !== 'Domain') {
    throw new InputError(`domain: this is about domains, not about ${ref}`);
  }
  return ref;
}

function readRef(text: string): string {
  const [ref = ''] = readRefs('entityRef', [text], 'DataProduct') ?? [];
  return ref;
}
