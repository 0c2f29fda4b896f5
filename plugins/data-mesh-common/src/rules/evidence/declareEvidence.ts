import { z } from 'zod';
import { Respondent } from '../set/RuleSet';
import { EvidenceWay } from './EvidenceRecord';

/**
 * One evidence key, declared once: what may be written, for how long it
 * holds, who may answer in the portal, and which way in wins.
 *
 * @public
 */
export interface EvidenceDeclaration {
  /** The kind of entity it is about. */
  subject: 'DataProduct' | 'Domain' | 'User';
  /** What it tells, short enough for a list. */
  title: string;
  /** What it means, and what to write. */
  description: string;
  value: z.ZodType;
  example: unknown;
  /** For how many days it holds after it was observed; else for ever. */
  validDays?: number;
  /** Asked in the portal of these people; without it nobody is asked. */
  ask?: { text: string; who: readonly Respondent[] };
  /**
   * Which way in wins where several tell something that still holds; what is
   * not listed is not taken.
   */
  ways: readonly EvidenceWay[];
  /** Each author's own word counts, not only the newest of all. */
  perAuthor?: boolean;
}

/**
 * Evidence keys by name, such as `usage.lastUsedAt`.
 *
 * @public
 */
export type EvidenceDeclarations = Readonly<
  Record<string, EvidenceDeclaration>
>;

/** What was measured goes before what is said. */
export const MEASURED: readonly EvidenceWay[] = [
  'push',
  'collector',
  'annotation',
  'portal',
];

/** What people know goes before what machines gather. */
export const SAID: readonly EvidenceWay[] = [
  'portal',
  'push',
  'collector',
  'annotation',
];

/**
 * Declares evidence keys.
 *
 * @throws Error if the example of a key is not of its own value schema
 *
 * @public
 */
export function declareEvidence<const D extends EvidenceDeclarations>(
  declarations: D,
): D {
  for (const [key, { value, example }] of Object.entries(declarations)) {
    if (!value.safeParse(example).success) {
      throw new Error(`The example of the evidence key “${key}” does not fit.`);
    }
  }
  return declarations;
}
