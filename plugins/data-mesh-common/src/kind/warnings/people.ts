import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import { ANNOTATION_OWNER_SOURCE } from '../annotations';
import {
  DataProductEntityV1alpha1,
  DataProductTeamMember,
} from '../DataProductEntityV1alpha1';
import { warning } from './DataProductWarning';

/** W6 */
export function* checkSupport({ metadata, spec }: DataProductEntityV1alpha1) {
  if (!spec.support?.length) {
    yield warning(
      'W6',
      ['spec', 'support'],
      'Nobody can tell where to ask for help.',
      'Name the channel where questions are answered.',
      {
        support: [
          {
            channel: `#${metadata.name.toLocaleLowerCase('en-US')}`,
            description: 'Answers on working days.',
          },
        ],
      },
    );
  }
}

/** W7 */
export function* checkOwnerSource({
  metadata,
  spec,
}: DataProductEntityV1alpha1) {
  if (metadata.annotations?.[ANNOTATION_OWNER_SOURCE] === 'fallback') {
    yield warning(
      'W7',
      ['spec', 'owner'],
      `The source names no owner, so ${spec.owner} was put in its place.`,
      'Name the team that answers for it.',
    );
  }
}

/** W11 */
export function* checkLeavers({ spec }: DataProductEntityV1alpha1, now: Date) {
  const leavers = leaversOf(spec.team?.members ?? [], now);
  const stewards = spec.stewards ?? [];
  for (const [i, steward] of stewards.entries()) {
    const leaver = leavers.get(personOf(steward) ?? '');
    if (leaver) {
      yield warning(
        'W11',
        ['spec', 'stewards', i],
        `${leaver.username} left the team on ${leaver.dateOut} and is still a steward.`,
        replace(leaver, 'Remove the name, or put a successor in its place.'),
        { stewards: stewards.filter(other => other !== steward) },
      );
    }
  }
  const leaver = leavers.get(personOf(spec.productOwner ?? '') ?? '');
  if (leaver) {
    yield warning(
      'W11',
      ['spec', 'productOwner'],
      `${leaver.username} left the team on ${leaver.dateOut} and is still the product owner.`,
      replace(leaver, 'Name the person who is accountable now.'),
    );
  }
}

function replace({ replacedByUsername }: DataProductTeamMember, text: string) {
  return replacedByUsername
    ? `${text} The team list says: ${replacedByUsername}.`
    : text;
}

/** Those who left before today and did not come back. */
function leaversOf(members: DataProductTeamMember[], now: Date) {
  const today = now.toISOString().slice(0, 10);
  const leavers = new Map<string, DataProductTeamMember>();
  const present = new Set<string>();
  for (const member of members) {
    const person = personOf(member.username);
    const day = dayOf(member.dateOut);
    if (person && day !== undefined && day < today) {
      leavers.set(person, member);
    } else if (person) {
      present.add(person);
    }
  }
  present.forEach(person => leavers.delete(person));
  return leavers;
}

/** The day of an ISO 8601 date; other spellings cannot be compared. */
function dayOf(date: string | undefined): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0];
}

/** A user's name from a ref, a user name or a mail address. */
function personOf(text: string): string | undefined {
  try {
    const { kind, name } = parseEntityRef(text, {
      defaultKind: 'user',
      defaultNamespace: DEFAULT_NAMESPACE,
    });
    return kind.toLocaleLowerCase('en-US') === 'user'
      ? name.toLocaleLowerCase('en-US').split('@')[0]
      : undefined;
  } catch {
    return undefined;
  }
}
