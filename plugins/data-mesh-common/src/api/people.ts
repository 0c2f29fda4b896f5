import { z } from 'zod';

/**
 * Stands where a person was named that was erased, or whose name was not kept
 * any longer. No person of the catalog has this ref.
 *
 * @public
 */
export const ERASED_PERSON = 'user:data-mesh/erased-person';

/**
 * Whether a ref is that of an erased person. Where several people had a say on
 * the same thing they stay several: from the second on, a number follows.
 *
 * @public
 */
export function isErasedPerson(ref: string): boolean {
  const rest = ref.startsWith(ERASED_PERSON) && ref.slice(ERASED_PERSON.length);
  return rest === '' || (rest !== false && /^-\d+$/.test(rest));
}

const USER_REF = /^user:[^\s:/]+\/[^\s:/]+$/i;

/**
 * Whose name is to be erased.
 *
 * @public
 */
export const erasureRequestSchema = z
  .strictObject({
    user: z
      .string()
      .max(300)
      .refine(
        ref => USER_REF.test(ref),
        'It has to be the full ref of a user, such as user:default/ann',
      )
      .refine(
        ref => !isErasedPerson(ref.toLocaleLowerCase('en-US')),
        'This is what stands for those who are erased already',
      )
      .describe('Full ref, such as `user:default/ann`'),
  })
  .meta({ id: 'ErasureRequest' });

const count = (what: string) => z.int().min(0).describe(what);

/**
 * What became of the records that named a person: how many there were of each
 * kind. Nothing is left to do once all are 0.
 *
 * @public
 */
export const erasureSchema = z
  .object({
    replaced: z
      .object({
        answers: count('What the person said about entities, now and before'),
        exceptions: count('Asked for or decided on'),
        nodes: count('Visions, goals, bets and initiatives'),
        measures: count('Measures of success'),
        checkIns: count('Readings that were reported'),
        decisions: count('On goals and bets'),
        links: count('Of goals, to entities and backlog items'),
        versions: count('What goals and measures said before'),
        reviews: count('Held, taken part in, or spoken in'),
        results: count('Whose evidence was the person’s answer'),
        changes: count('Of results, by answers of the person'),
        reports: count('Of documents and sources, on what was wrong'),
        auditEntries: count('In the audit log'),
      })
      .describe('Records that name nobody now, and are what they were else'),
    removed: z
      .object({
        evidence: count('What was told about the person'),
        notices: count('Notes of notifications that were sent'),
      })
      .describe('Records that are about the person alone'),
    stillInCatalog: z
      .boolean()
      .describe(
        'What comes from the catalog names the person as long as they are in it, and so will what they do from now on',
      ),
  })
  .meta({ id: 'Erasure' });

/** @public */
export type ErasureRequest = z.input<typeof erasureRequestSchema>;

/** @public */
export type Erasure = z.output<typeof erasureSchema>;
