import {
  ANNOTATION_DESCRIPTOR_FORMAT,
  ANNOTATION_DESCRIPTOR_VALIDATION,
  ANNOTATION_DESCRIPTOR_VERSION,
} from '../annotations';
import { DataProductEntityV1alpha1 } from '../DataProductEntityV1alpha1';
import { warning } from './DataProductWarning';

/** In full, as two of them share an abbreviation. */
const STANDARDS = new Map([
  ['bitol-odps', 'the Open Data Product Standard'],
  ['odpi-odps', 'the Open Data Product Specification'],
  ['dpds', 'the Data Product Descriptor Specification'],
  ['dps', 'the Data Product Specification'],
  ['agile-lab-dps', "Agile Lab's Data Product Specification"],
  ['dbt', 'dbt'],
]);

/** A reference to another file or address; `#` stays inside the file. */
const REFERENCE = /["']?\$(?:ref|href)["']?\s*:\s*["']?([^\s"'#,}][^\s"',}]*)/g;

/** W8 */
export function* checkDescriptorVersion(entity: DataProductEntityV1alpha1) {
  const fits = entity.metadata.annotations?.[ANNOTATION_DESCRIPTOR_VERSION];
  const descriptor = entity.spec.descriptor;
  if (
    !fits ||
    !descriptor?.version ||
    bare(fits) === bare(descriptor.version)
  ) {
    return;
  }
  yield warning(
    'W8',
    ['spec', 'descriptor', 'version'],
    `The source file says it follows ${descriptor.version} of ${standardOf(
      entity,
    )}, but it fits ${fits}.`,
    'Correct the version in the source file and here.',
    { descriptor: { version: fits } },
  );
}

/** W9 */
export function* checkDescriptorValidation(entity: DataProductEntityV1alpha1) {
  const result =
    entity.metadata.annotations?.[ANNOTATION_DESCRIPTOR_VALIDATION];
  const count = Number(/^warnings:(\d+)$/.exec(result ?? '')?.[1] ?? 0);
  if (count === 0 && result !== 'unmappable') {
    return;
  }
  const standard = standardOf(entity);
  const message =
    count === 0
      ? `The source file could not be read by the rules of ${standard}.`
      : `The source file breaks the rules of ${standard} in ${count} ${
          count === 1 ? 'place' : 'places'
        }.`;
  yield warning(
    'W9',
    ['spec', 'descriptor'],
    message,
    "Check the source file with the standard's own tool.",
  );
}

/** W12 */
export function* checkDescriptorReferences(entity: DataProductEntityV1alpha1) {
  const content = entity.spec.descriptor?.content ?? '';
  const targets = new Set([...content.matchAll(REFERENCE)].map(m => m[1]));
  if (targets.size > 0) {
    const [first] = targets;
    yield warning(
      'W12',
      ['spec', 'descriptor', 'content'],
      `The source file refers to ${targets.size} other ${
        targets.size === 1 ? 'file' : 'files'
      }, which were not read: ${first}${
        targets.size > 1 ? ' and others' : ''
      }.`,
      'Write what matters from them into this file.',
    );
  }
}

function standardOf({ metadata, spec }: DataProductEntityV1alpha1): string {
  const format =
    spec.descriptor?.format ??
    metadata.annotations?.[ANNOTATION_DESCRIPTOR_FORMAT];
  return STANDARDS.get(format ?? '') ?? format ?? 'its standard';
}

function bare(version: string): string {
  return version.trim().replace(/^v/i, '');
}
