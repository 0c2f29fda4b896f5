import {
  Evaluation,
  RuleResult,
  RuleStatus,
  isUnmet,
  levelOf,
} from '../../results';
import { FactContext, FactValues } from '../cel/FactScope';
import {
  CompiledRule,
  CompiledRuleSet,
  CompiledSubject,
} from '../compile/CompiledRuleSet';
import { Agenda, agendaOf } from './agendaOf';
import { dayOf } from './days';
import { CurrentEvidence } from './evidence';
import { Bench, Verdict, judgeRule, judgeSeverity } from './judgeRule';
import { Reasons } from './reasons';
import { judgeCaps, judgeTarget } from './targetsAndCaps';
import { Waiver, activeWaivers } from './waivers';

/**
 * What a rule set is evaluated with. The engine takes no clock and reads
 * nothing else.
 *
 * @public
 */
export interface EvaluationInput {
  /** The kind of subject; by default the one the set is about. */
  subject?: string;
  facts: FactValues;
  /** The evidence that counts for the subject, by key. */
  evidence?: Readonly<Record<string, CurrentEvidence>>;
  /** Keys that have ever been delivered, for any subject. */
  delivered: ReadonlySet<string>;
  /** The waivers of the subject; what has expired does not count. */
  waivers?: readonly Waiver[];
  /** The UTC day to evaluate for, as 2026-12-31. */
  today: string;
}

/**
 * Evaluates a rule set on one subject. Equal input gives equal output, and
 * what goes wrong in one rule makes that rule unknown and no other.
 *
 * @throws Error if `today` is no day, or the set has no rules about the kind
 * of subject
 *
 * @public
 */
export function evaluate(
  ruleSet: CompiledRuleSet,
  input: EvaluationInput,
): Evaluation {
  const { today } = input;
  if (dayOf(today) !== today) {
    throw new Error(`“${today}” is no day; it must be like 2026-12-31.`);
  }
  const subject = CompiledRuleSet.subjectOf(ruleSet, input.subject);
  const agenda = agendaOf(ruleSet, subject, today);
  const context = subject.scope.contextOf(input.facts);
  const results = judgeRules(ruleSet, subject, agenda, context, input);
  return {
    ruleSet: ruleSet.ruleSet.id,
    version: ruleSet.ruleSet.version,
    results,
    ...placeOf(ruleSet, agenda, context, results),
  };
}

function judgeRules(
  ruleSet: CompiledRuleSet,
  subject: CompiledSubject,
  { titles, rollouts }: Agenda,
  context: FactContext,
  { evidence = {}, delivered, waivers = [], today }: EvaluationInput,
): RuleResult[] {
  const { vocabulary } = CompiledRuleSet.partsOf(ruleSet);
  const active = activeWaivers(waivers, today);
  const verdicts = new Map<string, Verdict>();
  const results = new Map<string, RuleResult>();
  const bench: Bench = {
    context,
    reasons: new Reasons(subject.scope, context, ruleSet.ruleSet, today),
    evidence,
    keys: vocabulary.evidence,
    delivered,
    today,
    statusOf: (id, withWaivers): RuleStatus | undefined =>
      rollouts.get(id)?.counted
        ? (withWaivers ? results : verdicts).get(id)?.status
        : undefined,
  };
  const isUnmetBefore = (id: string) => {
    const verdict = verdicts.get(id);
    return (
      verdict && isUnmet(verdict.status) && rollouts.get(id)?.state !== 'draft'
    );
  };

  for (const compiled of subject.order) {
    const { rule } = compiled;
    const verdict = judgeRule(compiled, bench);
    verdicts.set(rule.id, verdict);
    const waiver = active.get(rule.id);
    const before = compiled.after.filter(isUnmetBefore);
    let settled: Partial<RuleResult> = verdict;
    if (isUnmet(verdict.status) && waiver) {
      settled = {
        status: 'waived',
        reason: `Set aside until ${waiver.until}: ${waiver.reason}`,
        waivedUntil: waiver.until,
      };
    } else if (isUnmet(verdict.status) && before.length) {
      settled = { ...verdict, ...waitingFor(before, titles) };
    } else if (verdict.waitsFor) {
      settled = { ...verdict, ...waitingFor(verdict.waitsFor, titles) };
    }
    results.set(rule.id, {
      rule: rule.id,
      code: rule.code,
      status: verdict.status,
      counted: rollouts.get(rule.id)?.counted ?? true,
      ...settled,
      ...severityOf(compiled, verdict, context),
    });
  }
  return subject.rules.flatMap(({ rule }) => results.get(rule.id) ?? []);
}

function waitingFor(
  rules: string[],
  titles: ReadonlyMap<string, string>,
): Pick<RuleResult, 'status' | 'reason' | 'waitsFor'> {
  const told = rules.map(id => `“${titles.get(id)}”`).join(', ');
  return { status: 'waiting', reason: `Waits for ${told}.`, waitsFor: rules };
}

/** A fault that is there keeps its severity while it is set aside. */
function severityOf(
  compiled: CompiledRule,
  verdict: Verdict,
  context: FactContext,
): Pick<RuleResult, 'severity'> {
  const severity =
    verdict.status === 'fail' ? judgeSeverity(compiled, context) : undefined;
  return severity ? { severity } : {};
}

/** The level, the target and what holds the level down. */
function placeOf(
  ruleSet: CompiledRuleSet,
  { outline }: Agenda,
  context: FactContext,
  results: readonly RuleResult[],
): Omit<Evaluation, 'ruleSet' | 'version' | 'results'> {
  if (!outline.levels.length) {
    return { notes: [] };
  }
  const statuses = Object.fromEntries(
    results.map(({ rule, status }) => [rule, status]),
  );
  const parts = CompiledRuleSet.partsOf(ruleSet);
  const { cap, notes } = judgeCaps(parts, context);
  const { target, notes: targetNotes } = judgeTarget(parts, context);
  const held = levelOf(outline, statuses, cap?.level);
  const earned = cap && levelOf(outline, statuses).level;
  return {
    ...held,
    ...(earned !== undefined && earned !== held.level ? { earned } : {}),
    ...(cap ? { cap } : {}),
    target,
    notes: [...notes, ...targetNotes],
  };
}
