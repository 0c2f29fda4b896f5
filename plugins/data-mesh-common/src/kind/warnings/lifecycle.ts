import { DataProductEntityV1alpha1 } from '../DataProductEntityV1alpha1';
import { warning } from './DataProductWarning';
import { isSemanticVersion, versionNumbers } from './versions';

/** What the words of the standards mean; every other word means unknown. */
const LIFECYCLE_OF_STATUS = new Map<string, string>([
  ...[
    'proposed',
    'announcement',
    'draft',
    'development',
    'in development',
    'testing',
    'acceptance',
    'experimental',
  ].map(word => [word, 'experimental'] as const),
  ...['active', 'production', 'published'].map(
    word => [word, 'production'] as const,
  ),
  ...['deprecated', 'sunset'].map(word => [word, 'deprecated'] as const),
  ['retired', 'retired'],
  ['candidate', 'candidate'],
]);

const KNOWN_LIFECYCLES = [
  'candidate',
  'experimental',
  'production',
  'deprecated',
  'retired',
  'unknown',
];

/** W1 */
export function* checkStatus({ spec }: DataProductEntityV1alpha1) {
  const meant = LIFECYCLE_OF_STATUS.get(plain(spec.status ?? ''));
  const lifecycle = plain(spec.lifecycle);
  // A lifecycle of the organisation's own cannot be compared.
  if (!meant || meant === lifecycle || !KNOWN_LIFECYCLES.includes(lifecycle)) {
    return;
  }
  // No standard knows candidates: what they call proposed may be one.
  if (lifecycle === 'candidate' && meant === 'experimental') {
    return;
  }
  yield warning(
    'W1',
    ['spec', 'lifecycle'],
    `The status "${spec.status}" means ${meant}, but the lifecycle says ${spec.lifecycle}.`,
    `Set lifecycle to ${meant}, or correct status.`,
    { lifecycle: meant },
  );
}

/** W5 */
export function* checkVersion({ spec }: DataProductEntityV1alpha1) {
  if (spec.version === undefined || isSemanticVersion(spec.version)) {
    return;
  }
  yield warning(
    'W5',
    ['spec', 'version'],
    `The version "${spec.version}" does not tell small changes from breaking ones.`,
    'Write three numbers: breaking change, addition, correction.',
    { version: (versionNumbers(spec.version) ?? [1, 0, 0]).join('.') },
  );
}

function plain(word: string): string {
  return word
    .trim()
    .toLocaleLowerCase('en-US')
    .replace(/[\s_-]+/g, ' ');
}
