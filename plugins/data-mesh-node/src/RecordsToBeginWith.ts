import { EvidenceItem } from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * Evidence from before: what was kept in other places, with how it came about.
 *
 * @public
 */
export type EarlierEvidence = EvidenceItem & {
  /** `portal` for what a person said; the source is then a ref of the person. */
  way: 'portal' | 'push' | 'collector';
};

/**
 * An exception that was granted before.
 *
 * @public
 */
export interface EarlierWaiver {
  /** Of the data product or domain that it is for. */
  entityRef: string;
  /** The id of the rule set. */
  ruleSet: string;
  /** The id of the rule. */
  rule: string;
  /** In words. */
  reason: string;
  /** Ref of a user. */
  askedBy: string;
  /** Ref of another user. */
  approvedBy: string;
  /** The last day it holds, in ISO 8601. */
  until: string;
}

/**
 * Records that an organisation brings along. They are taken in once: what is
 * known already stays as it is.
 *
 * @public
 */
export interface RecordsToBeginWith {
  /** Short and lasting; records of one id are taken in once. */
  readonly id: string;
  /** Called at each start, before anything is evaluated. */
  read(): Promise<{
    evidence?: readonly EarlierEvidence[];
    waivers?: readonly EarlierWaiver[];
  }>;
}
