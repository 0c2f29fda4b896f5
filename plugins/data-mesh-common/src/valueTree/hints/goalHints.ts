import { isClosed } from '../kinds';
import { NodeModel } from '../model';
import { primaryOf } from '../rollUp';
import { HintContext } from './HintContext';
import { HintModel } from './hintCodes';
import { isWordedAsOutput } from './wording';

/** Finds what is to be said of a goal and its place in the tree. */
export function goalHints(context: HintContext, goal: NodeModel): HintModel[] {
  const { index, domains } = context;
  const node = goal.id;
  const below = index.childrenOf(node).filter(child => !isClosed(child.state));
  const goals = below.filter(child => child.kind === 'goal');
  const bets = below.filter(child => child.kind === 'bet');
  const hints: HintModel[] = [];
  if (isWordedAsOutput(goal.fields.title)) {
    hints.push({ code: 'goal-worded-as-output', node });
  }
  if (goal.fields.domain !== undefined && goal.parentId === undefined) {
    hints.push({ code: 'goal-without-parent', node });
  }
  if (goals.length === 0 && bets.length === 0) {
    hints.push({
      code:
        domains.get(node) === undefined
          ? 'goal-served-by-nobody'
          : 'goal-without-bet',
      node,
    });
  }
  if (index.measuresOf(node).length === 0) {
    hints.push({
      code: goals.some(context.isMeasured)
        ? 'measured-only-through-domain-goals'
        : 'goal-without-measure',
      node,
    });
  }
  return [...hints, ...doubtInBets(context, goal, bets)];
}

/** What a team does works, and still the outcome does not come. */
function doubtInBets(
  { index, standings }: HintContext,
  goal: NodeModel,
  bets: readonly NodeModel[],
): HintModel[] {
  const own = index.measuresOf(goal.id);
  const outcome = primaryOf(own);
  if (
    outcome?.fields.timing !== 'lagging' ||
    !['off-track', 'missed'].includes(standings.get(outcome.id)?.status ?? '')
  ) {
    return [];
  }
  const leading = [...own, ...bets.flatMap(bet => index.measuresOf(bet.id))]
    .filter(({ fields }) => fields.timing === 'leading')
    .find(({ id }) =>
      ['on-track', 'achieved'].includes(standings.get(id)?.status ?? ''),
    );
  return leading
    ? [
        {
          code: 'leading-on-course-outcome-behind',
          node: goal.id,
          measure: outcome.id,
          value: leading.fields.name,
        },
      ]
    : [];
}
