import { PickedEvidence } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { GrantedWaiver } from '../waivers/WaiverReader';
import { digestOf, markOf } from './digest';

/** A piece of evidence: mark of its value, way in, source. */
export type EvidenceMark = [value: string, way: string, source: string];

/**
 * Marks of all that an evaluation read but the day. Comparing those of two
 * evaluations tells why a result is another one.
 */
export type Inputs = {
  ruleSet: string;
  /** Of the subject's own catalog file. */
  entity: string;
  /** Of the contracts' texts, by ref. */
  contracts: Record<string, string>;
  /** By evidence key. */
  evidence: Record<string, EvidenceMark>;
  /** Of the waivers that count today, by rule. */
  waivers: Record<string, string>;
  /**
   * Of the value tree, by the ids of the nodes that lead to goals and by the
   * refs of the entities that it names.
   */
  goals?: Record<string, string>;
  /** Of the facts that other entities decide. */
  related: string;
  /** Of the evidence about the products of a domain. */
  below?: string;
};

/** The same order of keys always, so that equal inputs are equal texts. */
export function inputsDigest(inputs: Inputs): string {
  const { contracts, evidence, waivers, goals = {}, ...rest } = inputs;
  const parts = [contracts, evidence, waivers, goals].map(part =>
    Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return digestOf([
    rest.ruleSet,
    rest.entity,
    rest.related,
    rest.below,
    ...parts,
  ]);
}

/** What was observed again with the same outcome is the same. */
export function evidenceMarks(
  ...picked: readonly PickedEvidence[]
): Record<string, EvidenceMark> {
  return Object.fromEntries(
    picked.flatMap(evidence =>
      Object.entries(evidence).map(([key, { value, way, source }]) => [
        key,
        [markOf([value]), way, source] as EvidenceMark,
      ]),
    ),
  );
}

/** A waiver whose last day is over is none any more. */
export function waiverMarks(
  waivers: readonly GrantedWaiver[],
  ruleSet: string,
  today: string,
): Record<string, string> {
  const marks: Record<string, string> = {};
  for (const waiver of waivers) {
    if (waiver.ruleSet === ruleSet && waiver.until.slice(0, 10) >= today) {
      const { id, rule, until, reason } = waiver;
      marks[rule] = markOf([marks[rule], id, until, reason]);
    }
  }
  return marks;
}
