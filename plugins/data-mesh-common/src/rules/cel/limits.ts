/**
 * What is larger than this is not judged: the rule that reads it is unknown.
 * Together with the limits on expressions they bound what a rule can cost.
 */
export const MAX_TEXT = 10_000;

/** The most elements a list may have. */
export const MAX_LIST = 1_000;

/** The most characters the texts of a list may have together. */
export const MAX_LIST_TEXT = 100_000;

/** How deep `all`, `exists` and the like may stand inside each other. */
export const MAX_NESTING = 2;

/** The most parts an expression may have, and how deep they may be nested. */
export const MAX_NODES = 500;
export const MAX_DEPTH = 50;

/** The longest pattern of `matches`, in characters. */
export const MAX_PATTERN = 200;

/** The largest program a pattern may come to; its cost is this times the text. */
export const MAX_PROGRAM = 500;
