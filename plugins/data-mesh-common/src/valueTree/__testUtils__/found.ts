import { HintModel } from '../hints/hintCodes';
import { HintOptions } from '../hints/HintContext';
import { hintsOf } from '../hints/hintsOf';
import { today, TreeBuilder } from './trees';

/** The hints about a tree on the day that tests look at. */
export function found(
  tree: TreeBuilder,
  options: Partial<HintOptions> = {},
): HintModel[] {
  return hintsOf(tree.build(), { today, ...options });
}

export const lab = 'domain:default/lab';
