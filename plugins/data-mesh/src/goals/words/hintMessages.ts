import { HintCode } from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * What each hint says and how it is mended, by its code. `{{value}}` is what
 * was found, `{{domain}}` a domain that it names.
 */
export const hintMessages = {
  // Of a newer backend, without words here
  other: { title: '{{code}}', fix: 'Have a look at it.' },

  // The place in the tree
  adrift: {
    title: 'What it belonged to is gone',
    fix: 'Move it below what it serves now, or close it.',
  },

  // Goals
  'goal-worded-as-output': {
    title: 'It names what is made, not what gets better',
    fix: 'Say it as an outcome: for whom does what get better? “Doctors get results within a day”, not “Build a results portal”.',
  },
  'goal-without-parent': {
    title: 'It serves no company goal',
    fix: 'Move it below the company goal that it serves.',
  },
  'goal-without-bet': {
    title: 'No bet serves it',
    fix: 'Add a bet: what do you believe brings it about, and how will you know?',
  },
  'goal-served-by-nobody': {
    title: 'Nobody serves it',
    fix: 'Let a domain write a goal below it, or give it a bet; else drop it.',
  },
  'goal-without-measure': {
    title: 'Nothing tells whether it gets better',
    fix: 'Add one measure of what gets better for those it is for: from what to what, by when.',
  },
  'measured-only-through-domain-goals': {
    title: 'Measured only through domain goals',
    fix: 'Add a measure that tells of the whole.',
  },
  'leading-on-course-outcome-behind': {
    title: '“{{value}}” is on course, the outcome is behind',
    fix: 'The bet may be wrong: what was thought to bring the outcome moves, the outcome does not. Rescope or stop a bet in the next review.',
  },

  // Bets
  'bet-without-measure': {
    title: 'Nothing tells whether the bet works',
    fix: 'Add a measure to the bet, or to its goal.',
  },
  'no-stop-rule': {
    title: 'It does not say when to stop',
    fix: 'Write one sentence now, while nobody minds: “We stop if ...”.',
  },
  'ready-for-a-decision': {
    title: 'Ready for a decision',
    fix: 'Decide: continue, rescope, double down or stop.',
  },

  // All nodes
  'review-overdue': {
    title: 'The review is overdue since {{value}}',
    fix: 'Hold the review, or set another day.',
  },

  // Initiatives
  'initiative-without-use': {
    title: 'Nobody is named who uses it',
    fix: 'Add a use: who does what with it?',
  },
  'initiative-without-product': {
    title: 'No data product is linked',
    fix: 'Link the data products that it needs.',
  },
  'no-backlog': {
    title: 'No backlog is linked',
    fix: 'Link one item of the team’s backlog, so that one gets from the goal to the work.',
  },
  'backlog-not-seen-lately': {
    title: 'The backlog item {{value}} was not seen lately',
    fix: 'Open it: is it still there, and still what is worked on?',
  },
  'serves-another-domain': {
    title: 'It serves another domain as well: {{domain}}',
    fix: 'Nothing to do. This is what sharing is for.',
  },

  // Measures
  'measure-without-baseline': {
    title: 'A measure has no start',
    fix: 'Say what the value was at the start, and when.',
  },
  'measure-without-target': {
    title: 'A measure wants nothing',
    fix: 'Say what the value is to be, and by when.',
  },
  'target-equals-baseline': {
    title: 'A measure wants what it started with',
    fix: 'Set another target: nothing would have to change.',
  },
  'invalid-measure': {
    title: 'A measure cannot tell how it stands',
    fix: 'Edit it. {{value}}',
  },
  'activity-as-primary': {
    title: 'An activity is to tell how it stands',
    fix: 'Make the measure of an outcome the primary one: being busy is not getting better.',
  },
  'not-one-primary': {
    title: 'It is not clear which measure tells how it stands',
    fix: 'Choose one as the primary measure: there are {{value}}.',
  },
  'only-lagging': {
    title: 'All its measures lag behind',
    fix: 'Add one leading measure: something that moves weeks before the outcome does.',
  },
  'counts-output': {
    title: 'A measure counts output',
    fix: 'Count what comes of it for somebody, not how much was made.',
  },
  'more-than-three-measures': {
    title: 'It has {{value}} measures, more than one can steer by',
    fix: 'Keep those that you decide by, at most three.',
  },

  // Domains and products
  'too-many-active-bets': {
    title: '{{value}} bets at once',
    fix: 'Decide which are worth most; stop the others or let them wait.',
  },
  'product-without-goal': {
    title: 'It leads to no goal',
    fix: 'Link it to the initiative that it serves, or ask whether it is still needed.',
  },
  'product-of-closed-goals': {
    title: 'All goals that it served are reached or dropped',
    fix: 'Decide: keep it up for those who use it, link it to another initiative, or retire it.',
  },
} as const satisfies Record<HintCode | 'other', { title: string; fix: string }>;
