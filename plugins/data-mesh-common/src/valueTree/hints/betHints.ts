import { NodeModel } from '../model';
import { HintContext } from './HintContext';
import { HintModel } from './hintCodes';

/** Finds what is to be said of a bet. */
export function betHints({ index }: HintContext, bet: NodeModel): HintModel[] {
  const { id: node, parentId, state, fields } = bet;
  const hints: HintModel[] = [];
  const measured = [node, ...(parentId === undefined ? [] : [parentId])];
  if (measured.every(id => index.measuresOf(id).length === 0)) {
    hints.push({ code: 'bet-without-measure', node });
  }
  if (fields.stopRule === undefined) {
    hints.push({ code: 'no-stop-rule', node });
  }
  if (state === 'stop-ready') {
    hints.push({ code: 'ready-for-a-decision', node });
  }
  return hints;
}
