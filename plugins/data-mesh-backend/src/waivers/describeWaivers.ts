import {
  EntityLink,
  WaiverRecord,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { RuleSetsInForce } from '../ruleSets/RuleSetsInForce';
import { nameEntities } from '../visibility/links';
import { Visibility } from '../visibility/Visibility';
import { Decider, decisionsFor } from './decisions';
import { findRule } from './findRule';
import { StoredWaiver } from './WaiverStore';

/** To whom waivers are shown. */
export type Viewer = Decider & { visibility: Visibility };

/** A person whom the viewer may not know of. */
const SOMEBODY: EntityLink = {
  ref: 'user:default/somebody',
  title: 'Somebody',
  exists: false,
};

/** Waivers as the pages show them, in one statement for all names. */
export async function describeWaivers(
  waivers: readonly StoredWaiver[],
  viewer: Viewer,
  { knex, ruleSets }: { knex: Knex; ruleSets: RuleSetsInForce },
): Promise<WaiverRecord[]> {
  const refs = waivers.flatMap(({ subjectRef, askedBy, decidedBy }) => [
    subjectRef,
    askedBy,
    decidedBy,
  ]);
  const name = await nameEntities(knex, refs, viewer.visibility);
  return waivers.flatMap((waiver): WaiverRecord[] => {
    const entity = name(waiver.subjectRef);
    const rule = findRule(ruleSets, waiver);
    return entity
      ? [
          {
            id: waiver.id,
            entity,
            ruleSet: waiver.ruleSet,
            rule: waiver.rule,
            code: rule?.code,
            title: rule?.title,
            reason: waiver.reason,
            until: waiver.until,
            state:
              waiver.state === 'approved' && waiver.until < viewer.today
                ? 'expired'
                : waiver.state,
            askedBy: name(waiver.askedBy) ?? SOMEBODY,
            askedAt: waiver.askedAt,
            decidedBy: waiver.decidedBy
              ? name(waiver.decidedBy) ?? SOMEBODY
              : undefined,
            decidedAt: waiver.decidedAt,
            decisionNote: waiver.decisionNote,
            version: waiver.version,
            may: decisionsFor(waiver, viewer),
          },
        ]
      : [];
  });
}
