import { NodeModel } from '../model';
import { findProblems } from '../measures/problems';
import { HintContext } from './HintContext';
import { HintModel } from './hintCodes';
import { countsOutput } from './wording';

/** Nobody decides by more. */
const MOST_MEASURES = 3;

/** Finds what is to be said of the measures of a node. */
export function measureHints(
  { index }: HintContext,
  { id: node }: NodeModel,
): HintModel[] {
  const measures = index.measuresOf(node);
  if (measures.length === 0) {
    return [];
  }
  const hints: HintModel[] = [];
  for (const { id: measure, fields } of measures) {
    hints.push(
      ...findProblems(fields).map(({ code, text }) => ({
        code,
        node,
        measure,
        ...(code === 'invalid-measure' && { value: text }),
      })),
    );
    if (fields.primary && fields.class === 'activity') {
      hints.push({ code: 'activity-as-primary', node, measure });
    }
    if (countsOutput(fields)) {
      hints.push({ code: 'counts-output', node, measure });
    }
  }
  const primary = measures.filter(({ fields }) => fields.primary).length;
  if (primary !== 1) {
    hints.push({ code: 'not-one-primary', node, value: primary });
  }
  if (measures.every(({ fields }) => fields.timing === 'lagging')) {
    hints.push({ code: 'only-lagging', node });
  }
  if (measures.length > MOST_MEASURES) {
    hints.push({
      code: 'more-than-three-measures',
      node,
      value: measures.length,
    });
  }
  return hints;
}
