import { HintContext } from './HintContext';
import { HintModel } from './hintCodes';

/** Finds what is to be said of domains. One ready to be stopped still runs. */
export function domainHints({
  tree,
  domains,
  maxActiveBets,
}: HintContext): HintModel[] {
  const running = new Map<string, number>();
  for (const { id, kind, state } of tree.nodes) {
    const domain = domains.get(id);
    if (
      domain !== undefined &&
      kind === 'bet' &&
      (state === 'active' || state === 'stop-ready')
    ) {
      running.set(domain, (running.get(domain) ?? 0) + 1);
    }
  }
  return [...running]
    .filter(([, value]) => value > maxActiveBets)
    .map(([domain, value]) => ({
      code: 'too-many-active-bets',
      domain,
      value,
    }));
}
