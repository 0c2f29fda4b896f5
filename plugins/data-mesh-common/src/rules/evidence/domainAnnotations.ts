import { parseEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { API_GROUP } from '../../apiGroup';

/**
 * An annotation that a domain's catalog file may carry.
 *
 * @public
 */
export interface DomainAnnotation {
  /** The annotation's key. */
  key: string;
  title: string;
  description: string;
  value: z.ZodType<string>;
  example: string;
}

const user = z.string().refine(isUserRef, 'must be the ref of a user');

/**
 * What a domain says of itself, for want of fields in the stock kind.
 *
 * @public
 */
export const domainAnnotations = {
  domainOwner: {
    key: `${API_GROUP}/domain-owner`,
    title: 'Domain owner',
    description:
      'The person who answers for the domain: boundary, goals, time for data work.',
    value: user,
    example: 'user:default/priya.natarajan',
  },
  dataLead: {
    key: `${API_GROUP}/data-lead`,
    title: 'Data lead',
    description:
      'The person who leads the data work day to day; may be the domain owner.',
    value: user,
    example: 'user:default/tomas.reyes',
  },
  champion: {
    key: `${API_GROUP}/champion`,
    title: 'Champion',
    description: 'The person who goes first and tells the others.',
    value: user,
    example: 'user:default/priya.natarajan',
  },
  boundary: {
    key: `${API_GROUP}/boundary`,
    title: 'Boundary',
    description:
      'What the domain is for, what is in and what is out, its main outcome and process.',
    value: z.string().trim().min(1).max(2000),
    example:
      'From sample order to released result. In: orders, samples. Out: study data. Outcome: the right result in time. Process: order, collect, analyse, release.',
  },
  participates: {
    key: `${API_GROUP}/participates`,
    title: 'Takes part',
    description:
      '“true” for a domain that takes part in the data mesh before it has a product or a goal.',
    value: z.enum(['true', 'false']),
    example: 'true',
  },
  adopterClass: {
    key: `${API_GROUP}/adopter-class`,
    title: 'Adopter class',
    description: 'How early the domain comes to new ways of working.',
    value: z.enum([
      'innovator',
      'early-adopter',
      'early-majority',
      'late-majority',
      'laggard',
    ]),
    example: 'early-adopter',
  },
  phase: {
    key: `${API_GROUP}/phase`,
    title: 'Phase',
    description: 'Where the domain stands on its way into the data mesh.',
    value: z.enum([
      'candidate',
      'discover',
      'define',
      'develop',
      'deliver',
      'sustaining',
    ]),
    example: 'deliver',
  },
  phaseEntered: {
    key: `${API_GROUP}/phase-entered`,
    title: 'In this phase since',
    description: 'The day on which the domain entered its phase.',
    value: z.iso.date(),
    example: '2026-01-15',
  },
} as const satisfies Record<string, DomainAnnotation>;

/**
 * The value of an annotation of a domain; undefined when it is missing or
 * does not fit.
 *
 * @public
 */
export function readDomainAnnotation(
  annotations: Readonly<Record<string, string>> | undefined,
  name: keyof typeof domainAnnotations,
): string | undefined {
  const { key, value } = domainAnnotations[name];
  const result = value.safeParse(annotations?.[key]);
  return result.success ? result.data : undefined;
}

/**
 * Whether a domain takes part in the data mesh: it says so, or it has a data
 * product or a goal. A domain of software only is never looked at.
 *
 * @public
 */
export function takesPart(domain: {
  annotations?: Readonly<Record<string, string>>;
  products: number;
  goals: number;
}): boolean {
  const said = readDomainAnnotation(domain.annotations, 'participates');
  return said === 'true' || domain.products > 0 || domain.goals > 0;
}

function isUserRef(text: string): boolean {
  try {
    const { kind } = parseEntityRef(text, { defaultKind: 'user' });
    return kind.toLocaleLowerCase('en-US') === 'user';
  } catch {
    return false;
  }
}
