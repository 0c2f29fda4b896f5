import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { KnownEvidence } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useEvidence } from '../../api';
import { useResultWords, useToDo } from '../../results';
import { FrankFacts, Promised } from './frankLine';
import { isEvaluated } from './isEvaluated';

/** What results add to the frank line; nothing while there are none. */
export function useStanding(entity: Entity): {
  facts: Pick<FrankFacts, 'standing' | 'promises'>;
  isPending: boolean;
} {
  const { results, maturity, isPending } = useToDo(entity);
  const words = useResultWords();
  const { data } = useEvidence(stringifyEntityRef(entity), {
    enabled: isEvaluated(results),
  });
  const promises = promisedIn(data?.items ?? []);
  if (!maturity || maturity.result.level === undefined) {
    return { facts: { ...(promises && { promises }) }, isPending };
  }
  const { outline, result } = maturity;
  const { level = 0, target } = result;
  const standing = {
    level: words.level(outline, level),
    // The upper half of the levels is what others can rely on.
    isHigh: level > (outline.levels.length - 1) / 2,
    ...(target !== null &&
      target !== undefined &&
      level < target && { target: words.level(outline, target) }),
  };
  return { facts: { standing, ...(promises && { promises }) }, isPending };
}

function promisedIn(evidence: readonly KnownEvidence[]): Promised | undefined {
  const said = evidence
    .filter(({ key }) => key === 'promises.kept')
    .sort((a, b) => b.observedAt.localeCompare(a.observedAt));
  const known = said.find(({ counts }) => counts) ?? said[0];
  if (!known) {
    return undefined;
  }
  const { observedAt: at, value, holds } = known;
  if (!holds) {
    return { words: 'outdated', at };
  }
  return { words: value === true ? 'kept' : 'notKept', at };
}
