/**
 * What a hint can be about. Nodes that are closed (achieved, dropped, stopped,
 * succeeded) and their measures get none.
 *
 * @public
 */
export const hintCodes = [
  /** Its parent is gone, or it needs one and has none. Move it below another. */
  'adrift',

  // Goals
  /** The title says what is made, not what gets better. Say who will be better off, and how. */
  'goal-worded-as-output',
  /** A goal of a domain that serves no other goal. Move it below a goal of the company. */
  'goal-without-parent',
  /** A goal of a domain with no bet that is open and no goal below it. Place a bet. */
  'goal-without-bet',
  /** A goal of the company that no goal and no open bet serves. Let a domain write a goal below it, or drop it. */
  'goal-served-by-nobody',
  /** Neither it nor a goal below it has a measure. Say how you will know. */
  'goal-without-measure',
  /** It has no measure itself, goals below it have. Add one that tells of the whole. */
  'measured-only-through-domain-goals',
  /** A leading measure (`value`: its name) is on course, the outcome (`measure`) is behind: the bet’s theory may be wrong. Look at the bets, rescope or stop one. */
  'leading-on-course-outcome-behind',

  // Bets
  /** Neither the bet nor its goal has a measure. Add one. */
  'bet-without-measure',
  /** Nothing says when to give it up. Write a stop rule. */
  'no-stop-rule',
  /** It is ready to be stopped. Decide: continue, rescope, stop. */
  'ready-for-a-decision',

  // All nodes
  /** It was to be decided on by a day (`value`) that is past. Review it, or set another day. */
  'review-overdue',

  // Initiatives
  /** Nobody is named who will use it for something. Add a use. */
  'initiative-without-use',
  /** No data product is linked to it. Link one. */
  'initiative-without-product',
  /** It is being worked on, and no backlog item is linked to it. Link one. */
  'no-backlog',
  /** An open backlog item (`value`: its ref) was not seen for long. Check whether it is still worked on. */
  'backlog-not-seen-lately',
  /** News: a product of another domain (`domain`) serves it as well. */
  'serves-another-domain',

  // Measures
  /** It has no baseline. Say what the value was at the start. */
  'measure-without-baseline',
  /** It has no target. Say what the value is to be, by when. */
  'measure-without-target',
  /** Its target is its baseline, nothing would change. Set another target. */
  'target-equals-baseline',
  /** Something else is wrong with it, so that it tells nothing (`value`: a sentence). Mend it. */
  'invalid-measure',
  /** It counts what people do and is to tell how its node stands. Make another the primary one. */
  'activity-as-primary',
  /** None or several (`value`: how many) of the measures of a node are primary. Choose one. */
  'not-one-primary',
  /** All measures of a node are lagging. Add one that tells early. */
  'only-lagging',
  /** It counts products, dashboards or pipelines: output. Count what comes of them. */
  'counts-output',
  /** A node has more than three measures (`value`: how many). Keep those that you decide by. */
  'more-than-three-measures',

  // Domains and products
  /** More bets (`value`: how many) than a domain can do at once. Stop or put off some. */
  'too-many-active-bets',
  /** Neither the product nor any that reads it leads to a goal that lives. Link it to what it is for. */
  'product-without-goal',
  /** All goals it leads to (`value`: how many) are achieved or dropped. Keep, invest elsewhere, or retire it. */
  'product-of-closed-goals',
] as const;

/** @public */
export type HintCode = (typeof hintCodes)[number];

/**
 * Something about the tree that deserves a look.
 *
 * @public
 */
export interface HintModel {
  code: HintCode;
  /** Id of the node that it is about. */
  node?: string;
  /** Id of the measure that it is about. */
  measure?: string;
  /** Ref of the data product that it is about. */
  product?: string;
  /** Ref of the domain that it is about, of its product, or that is served as well. */
  domain?: string;
  /** What was found. */
  value?: string | number;
  /** Good news: nothing to mend. */
  isNews?: true;
}
