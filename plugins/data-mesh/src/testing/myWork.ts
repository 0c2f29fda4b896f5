import {
  AnswerResponse,
  MyWork,
  WaiverRecord,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { measure } from './goals';
import { link } from './products';

/** An exception that waits for a decision, changed as a test needs it. */
export function waiver(change: Partial<WaiverRecord> = {}): WaiverRecord {
  return {
    id: 'w1',
    entity: link('dataproduct:default/invoice-ledger', 'Invoice ledger'),
    ruleSet: 'data-product-maturity',
    rule: 'notice-is-stated',
    code: 'DP-C4',
    title: 'Changes are announced',
    reason: 'The contract is being renewed until then.',
    until: '2026-12-20',
    state: 'asked',
    askedBy: link('user:default/ingrid.solberg', 'Ingrid Solberg'),
    askedAt: '2026-11-20T10:00:00.000Z',
    version: 3,
    may: ['approve', 'decline'],
    ...change,
  };
}

/** A question that waits for an answer, changed as a test needs it. */
export function question(
  change: Partial<MyWork['questions'][number]> = {},
): MyWork['questions'][number] {
  return {
    entity: link('domain:default/patient-services', 'Patient services'),
    ruleSet: 'domain-maturity',
    rule: 'decisions-are-agreed',
    code: 'DM-R2',
    key: 'answer.decisions-are-agreed',
    text: 'Are local and shared decisions agreed?',
    value: 'yes-no',
    ...change,
  };
}

/** What is to do on one entity, changed as a test needs it. */
export function fixes(
  change: Partial<MyWork['fixes'][number]> = {},
): MyWork['fixes'][number] {
  return {
    entity: link('dataproduct:default/no-show-risk', 'No-show risk'),
    level: 2,
    target: 3,
    total: 4,
    items: [
      {
        ruleSet: 'data-product-maturity',
        rule: 'promise-is-kept',
        code: 'DP-T4',
        title: 'Show that the promise is kept',
        fix: 'Push the freshness check from the pipeline.',
        reason: 'the last proof is 45 days old',
        since: null,
        severity: 'high',
      },
    ],
    ...change,
  };
}

/** A measure that is to be read, changed as a test needs it. */
export function dueCheckIn(
  change: Partial<MyWork['checkIns'][number]> = {},
): MyWork['checkIns'][number] {
  return {
    measure: measure({ may: ['check-in'] }),
    node: {
      id: 'DG-2',
      kind: 'goal',
      title: 'Fewer empty appointment slots',
    },
    domain: link('domain:default/patient-services', 'Patient services'),
    lastAt: '2026-11-09',
    ...change,
  };
}

/** A bet that is to be decided on, changed as a test needs it. */
export function dueBet(
  change: Partial<MyWork['bets'][number]> = {},
): MyWork['bets'][number] {
  return {
    id: 'B-04',
    title: 'Reminders cut misses',
    state: 'active',
    domain: link('domain:default/patient-services', 'Patient services'),
    reviewAt: '2026-12-01',
    stopRule: 'Misses unchanged after 90 days',
    ...change,
  };
}

/** All that waits for Yusuf Demir. */
export function myWork(change: Partial<MyWork> = {}): MyWork {
  const work = {
    approvals: [],
    exceptions: [],
    questions: [],
    fixes: [],
    checkIns: [],
    bets: [],
    reviews: [],
    helpWanted: [],
    ...change,
  };
  return {
    person: link('user:default/yusuf.demir', 'Yusuf Demir'),
    day: '2026-11-21',
    roles: [],
    next: null,
    counts: {
      approvals: work.approvals.length,
      questions: work.questions.length,
      entities: work.fixes.length,
      checkIns: work.checkIns.length,
      bets: work.bets.length,
      reviews: work.reviews.length,
      helpWanted: work.helpWanted.length,
    },
    ...work,
  };
}

/** What the backend says to an answer about the entity of a question. */
export function answered(): AnswerResponse {
  const { entity } = question();
  const may = { answer: [], askForWaiver: false, decideWaivers: false };
  return { results: { entity, items: [], may } };
}
