import { Evaluation } from '../../results';
import { FactContext } from '../cel/FactScope';
import { CompiledParts } from '../compile/CompiledRuleSet';

/** The lowest cap that applies; one that cannot be judged does not. */
export function judgeCaps(
  { caps }: CompiledParts,
  context: FactContext,
): { cap: Evaluation['cap']; notes: string[] } {
  let cap: Evaluation['cap'];
  const notes: string[] = [];
  for (const { when, level, reason } of caps) {
    const { outcome } = when.judge(context);
    if (outcome === 'unknown') {
      notes.push(`Whether the level is held down (${reason}) cannot be told.`);
    } else if (outcome === 'true' && (!cap || level < cap.level)) {
      cap = { level, reason };
    }
  }
  return { cap, notes };
}

/**
 * The level that is asked of a subject; the first that applies. One that
 * cannot be judged could be it, so nothing is asked for.
 */
export function judgeTarget(
  { targets }: CompiledParts,
  context: FactContext,
): { target: number | null; notes: string[] } {
  for (const { when, level } of targets) {
    const outcome = when?.judge(context).outcome ?? 'true';
    if (outcome === 'unknown') {
      return { target: null, notes: ['The target cannot be told.'] };
    }
    if (outcome === 'true') {
      return { target: level, notes: [] };
    }
  }
  return { target: null, notes: [] };
}
