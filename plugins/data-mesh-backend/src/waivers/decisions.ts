import { WaiverDecision } from '@backstage-data-mesh/plugin-data-mesh-common';
import { InputError, NotAllowedError } from '@backstage/errors';
import { StoredWaiver } from './WaiverStore';

export type Decision = WaiverDecision['decision'];

/** Who wants to decide, and when. */
export type Decider = {
  /** Ref of the user; absent for a service. */
  person?: string;
  /** Whether the person has the right to decide on waivers. */
  mayManage: boolean;
  /** The UTC day. */
  today: string;
};

export const decisions = ['approve', 'decline', 'revoke'] as const;

/** The state that each decision leads to. */
export const stateAfter = {
  approve: 'approved',
  decline: 'declined',
  revoke: 'revoked',
} as const;

/** What somebody may decide about a waiver. */
export function decisionsFor(
  waiver: StoredWaiver,
  decider: Decider,
): Decision[] {
  return decisions.filter(
    decision => whyNot(waiver, decision, decider) === undefined,
  );
}

/**
 * Why somebody may not decide so; undefined if they may. Nobody approves what
 * they have asked for, and everybody may take back what they have asked for.
 */
export function whyNot(
  waiver: StoredWaiver,
  decision: Decision,
  { person, mayManage, today }: Decider,
): InputError | NotAllowedError | undefined {
  const { state, until, askedBy } = waiver;
  const isOver = until < today;
  const hasAsked = person === askedBy;
  if (person === undefined) {
    return new NotAllowedError('Only people decide on exceptions.');
  }
  if (state === 'declined' || state === 'revoked') {
    return new InputError(`It is ${state} already; it can be asked for anew.`);
  }
  if (state === 'approved') {
    if (isOver) {
      return new InputError(
        `Its last day was ${until}; there is nothing left to decide. It can be asked for anew.`,
      );
    }
    if (decision !== 'revoke') {
      return new InputError('It is approved already; it can be taken back.');
    }
    return mayManage || hasAsked
      ? undefined
      : new NotAllowedError(
          'Only those who decide on exceptions, and the one who asked, may take it back.',
        );
  }
  if (decision === 'revoke') {
    return hasAsked
      ? undefined
      : new NotAllowedError('Only the one who asked may take a request back.');
  }
  if (!mayManage) {
    return new NotAllowedError(
      'This needs the permission data-mesh.waiver.manage, which you do not have. Ask those who run the portal for it.',
    );
  }
  if (hasAsked) {
    return new NotAllowedError(
      'You have asked for this exception, so somebody else decides on it.',
    );
  }
  return decision === 'approve' && isOver
    ? new InputError(
        `Its last day, ${until}, is over; it can only be declined.`,
      )
    : undefined;
}
