import { z } from 'zod';
import { Respondent } from '../set/RuleSet';
import { FactDeclarations } from '../facts/declareFacts';

/**
 * What the engine has to know of an evidence key.
 *
 * @public
 */
export interface EvidenceKey {
  /** What it tells, for messages; else the key itself is shown. */
  title?: string;
  /** What may be written. */
  value?: z.ZodType;
  /** A value, for requests to copy. */
  example?: unknown;
  /** For how many days evidence of the key holds; else for ever. */
  validDays?: number;
  /** Who may answer it in the portal; without it nobody is asked. */
  ask?: { text: string; who: readonly Respondent[] };
}

/**
 * What the rules of a set may speak of: the facts of each kind of subject, and
 * the evidence keys.
 *
 * @public
 */
export interface Vocabulary {
  /** By kind, such as `DataProduct`. */
  subjects: Readonly<Record<string, FactDeclarations>>;
  evidence: Readonly<Record<string, EvidenceKey>>;
}
