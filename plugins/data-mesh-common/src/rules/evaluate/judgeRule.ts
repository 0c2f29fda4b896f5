import { RuleStatus, Severity, isMet, isUnmet } from '../../results';
import { Judgement } from '../cel/Condition';
import { FactContext } from '../cel/FactScope';
import { CompiledRule, Question } from '../compile/CompiledRuleSet';
import { EvidenceKey } from '../compile/Vocabulary';
import { CurrentEvidence, EvidenceState, stateOfEvidence } from './evidence';
import { Reasons } from './reasons';

/** What a rule comes to by itself, before waivers and the rules before it. */
export type Verdict = {
  status: RuleStatus;
  reason?: string;
  lacks?: string[];
  /** Rules whose results it reads and that are not met. */
  waitsFor?: string[];
};

/** All that a rule is judged by. */
export type Bench = {
  context: FactContext;
  reasons: Reasons;
  evidence: Readonly<Record<string, CurrentEvidence>>;
  keys: Readonly<Record<string, EvidenceKey>>;
  delivered: ReadonlySet<string>;
  today: string;
  /** What a rule before this one has come to; undefined if it is no measure. */
  statusOf(id: string, withWaivers: boolean): RuleStatus | undefined;
};

export function judgeRule(compiled: CompiledRule, bench: Bench): Verdict {
  const { when, pass, met } = compiled;
  const applies = when?.judge(bench.context);
  if (applies?.outcome === 'false') {
    return {
      status: 'not-applicable',
      reason: bench.reasons.ofClauses(applies.clauses),
    };
  }
  const unmeasured = compiled.needs.find(
    ({ key, isAsked }) => !isAsked && !bench.delivered.has(key),
  );
  if (unmeasured) {
    return {
      status: 'not-measured',
      reason: `Nothing has ever delivered “${titleOf(unmeasured.key, bench)}”.`,
      lacks: [unmeasured.key],
    };
  }
  if (applies?.outcome === 'unknown') {
    return unknown(applies, bench, 'Whether it applies cannot be told. ');
  }
  const lacking = judgeNeeds(compiled, bench);
  if (lacking) {
    return lacking;
  }
  if (!pass && !met.length && compiled.ask) {
    return judgeAnswer(compiled.ask, bench);
  }
  const holds: Judgement = pass?.judge(bench.context) ?? { outcome: 'true' };
  if (holds.outcome === 'false') {
    return { status: 'fail', reason: bench.reasons.ofClauses(holds.clauses) };
  }
  if (holds.outcome === 'unknown') {
    return unknown(holds, bench);
  }
  return judgeOthers(compiled, bench);
}

export function judgeSeverity(
  { severities }: CompiledRule,
  context: FactContext,
): Severity | undefined {
  return severities.find(
    ({ when }) => !when || when.judge(context).outcome === 'true',
  )?.severity;
}

function unknown(
  judgement: Judgement & { outcome: 'unknown' },
  bench: Bench,
  before: string = '',
): Verdict {
  return {
    status: 'unknown',
    reason: before + bench.reasons.ofUnknown(judgement),
    ...(judgement.lacks.length ? { lacks: [...judgement.lacks] } : {}),
  };
}

function judgeNeeds({ needs, ask }: CompiledRule, bench: Bench) {
  const told: string[] = [];
  const lacks: string[] = [];
  for (const { key, days } of needs) {
    const evidence = stateOf(key, days, bench);
    if (evidence.state !== 'current') {
      lacks.push(key);
      told.push(
        ask?.key === key && evidence.state === 'missing'
          ? `Nobody has answered yet: ${ask.text}`
          : tellEvidence(titleOf(key, bench), evidence),
      );
    }
  }
  const verdict: Verdict = { status: 'unknown', reason: told.join(' '), lacks };
  return lacks.length ? verdict : undefined;
}

function judgeAnswer(ask: Question, bench: Bench): Verdict {
  const evidence = stateOf(ask.key, ask.days, bench);
  if (evidence.state !== 'current') {
    const reason =
      evidence.state === 'missing'
        ? `Nobody has answered yet: ${ask.text}`
        : tellEvidence('answer', evidence);
    return { status: 'unknown', reason, lacks: [ask.key] };
  }
  switch (bench.evidence[ask.key].value) {
    case true:
      return { status: 'pass' };
    case false:
      return {
        status: 'fail',
        reason: `The answer of ${evidence.observed} is no: ${ask.text}`,
      };
    default:
      return {
        status: 'unknown',
        reason: `The answer of ${evidence.observed} is neither yes nor no.`,
        lacks: [ask.key],
      };
  }
}

/** A rule that reads others waits for those that are not met. */
function judgeOthers(compiled: CompiledRule, bench: Bench): Verdict {
  const { met, pass, readsWaivers } = compiled;
  const statuses = met.map(id => bench.statusOf(id, readsWaivers));
  const waitsFor = met.filter((_, index) => {
    const status = statuses[index];
    return status !== undefined && isUnmet(status);
  });
  if (waitsFor.length) {
    return { status: 'waiting', waitsFor };
  }
  const isMeasured = statuses.some(
    status => status !== undefined && isMet(status),
  );
  return compiled.rule.met && !pass && !isMeasured
    ? {
        status: 'not-applicable',
        reason: 'None of the rules it reads applies.',
      }
    : { status: 'pass' };
}

function stateOf(
  key: string,
  days: number | undefined,
  { evidence, today }: Bench,
): EvidenceState {
  const own = Object.hasOwn(evidence, key) ? evidence[key] : undefined;
  return stateOfEvidence(own, days, today);
}

function tellEvidence(
  title: string,
  evidence: Exclude<EvidenceState, { state: 'current' }>,
): string {
  switch (evidence.state) {
    case 'missing':
      return `Nothing has been delivered yet for “${title}”.`;
    case 'outdated':
      return `The last “${title}” is of ${evidence.observed} and held until ${evidence.until}.`;
    default:
      return `The date of the last “${title}” cannot be relied on.`;
  }
}

function titleOf(key: string, { keys }: Bench): string {
  return (Object.hasOwn(keys, key) && keys[key].title) || key;
}
