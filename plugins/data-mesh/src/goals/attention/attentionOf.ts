import {
  EntityLink,
  Hint,
  OverdueReading,
  TreeNode,
  ValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { isLiving, isWorrying, openHints } from '../tree/attention';
import { isHit } from '../tree/hits';
import { GoalsView } from '../view';

/** What is to be done about something, in the order in which it presses. */
export const todos = [
  'decide',
  'read',
  'behind',
  'help',
  'link',
  'measure',
  'say',
  'other',
] as const;

export type Todo = (typeof todos)[number];

/** What to do about each hint; one that is not known here is `other`. */
const todoOf: Record<string, Todo> = {
  'ready-for-a-decision': 'decide',
  'review-overdue': 'decide',
  'too-many-active-bets': 'decide',
  'product-of-closed-goals': 'decide',
  'leading-on-course-outcome-behind': 'behind',
  adrift: 'link',
  'goal-without-parent': 'link',
  'goal-without-bet': 'link',
  'goal-served-by-nobody': 'link',
  'initiative-without-product': 'link',
  'initiative-without-use': 'link',
  'product-without-goal': 'link',
  'no-backlog': 'link',
  'backlog-not-seen-lately': 'link',
  'goal-without-measure': 'measure',
  'bet-without-measure': 'measure',
  'measured-only-through-domain-goals': 'measure',
  'measure-without-baseline': 'measure',
  'measure-without-target': 'measure',
  'target-equals-baseline': 'measure',
  'invalid-measure': 'measure',
  'activity-as-primary': 'measure',
  'not-one-primary': 'measure',
  'only-lagging': 'measure',
  'counts-output': 'measure',
  'more-than-three-measures': 'measure',
  'goal-worded-as-output': 'say',
  'no-stop-rule': 'say',
};

/** Something that was found. */
export type Finding =
  | { is: 'hint'; hint: Hint }
  | { is: 'reading'; reading: OverdueReading }
  | { is: 'behind'; primary: NonNullable<TreeNode['primary']> }
  | { is: 'no-product' }
  | { is: 'help'; text: string };

/** What was found of a node, or else of a product or domain. */
export interface Subject {
  node?: TreeNode;
  entity?: EntityLink;
  /** Where a product belongs. */
  domain?: EntityLink;
  findings: Finding[];
}

/** What asks for one thing to be done: nodes in the order of the tree first. */
export interface Group {
  todo: Todo;
  subjects: Subject[];
}

/**
 * What in a tree deserves a look, of the nodes that a view asks for, by what is
 * to be done. Products and domains have neither owner nor state nor stance here:
 * with one of these filters they are left out.
 */
export function attentionOf(tree: ValueTree, view: GoalsView): Group[] {
  const groups = new Map(todos.map(todo => [todo, new Map<string, Subject>()]));
  const add = (
    todo: Todo,
    finding: Finding,
    about: Omit<Subject, 'findings'>,
  ) => {
    const subjects = groups.get(todo);
    const key = about.node?.id ?? about.entity?.ref ?? '';
    const known = subjects?.get(key);
    if (known) {
      known.findings.push(finding);
    } else {
      subjects?.set(key, { ...about, findings: [finding] });
    }
  };

  for (const node of tree.nodes) {
    if (isHit(node, { ...view, attention: false }, tree.day)) {
      findingsOf(node).forEach(([todo, finding]) =>
        add(todo, finding, { node }),
      );
    }
  }
  for (const hint of tree.hints) {
    if (!hint.isNews && isAskedFor(hint, view)) {
      add(
        todoOf[hint.code] ?? 'other',
        { is: 'hint', hint },
        hint.product
          ? { entity: hint.product, domain: hint.domain }
          : { entity: hint.domain },
      );
    }
  }
  return todos
    .map(todo => ({ todo, subjects: [...(groups.get(todo)?.values() ?? [])] }))
    .filter(({ subjects }) => subjects.length > 0);
}

function findingsOf(node: TreeNode): [Todo, Finding][] {
  const { primary, toRead = [], helpWanted } = node;
  const hints = openHints(node).map((hint): [Todo, Finding] => [
    todoOf[hint.code] ?? 'other',
    { is: 'hint', hint },
  ]);
  if (!isLiving(node)) {
    return hints;
  }
  const found: [Todo, Finding][] = [
    ...toRead.map((reading): [Todo, Finding] => [
      'read',
      { is: 'reading', reading },
    ]),
    ...hints,
  ];
  if (primary && isBehind(primary)) {
    found.unshift(['behind', { is: 'behind', primary }]);
  }
  if (helpWanted !== undefined) {
    found.push(['help', { is: 'help', text: helpWanted }]);
  }
  if (node.withoutProduct) {
    found.push(['link', { is: 'no-product' }]);
  }
  return found;
}

/** What is too old to tell is to be read first, and says nothing more. */
function isBehind({
  standing: { status },
}: NonNullable<TreeNode['primary']>): boolean {
  return isWorrying(status) && status !== 'stale' && status !== 'invalid';
}

function isAskedFor({ domain }: Hint, view: GoalsView): boolean {
  const { domains, owners, states, stances } = view;
  return (
    (domains.length === 0 || domains.includes(domain?.ref ?? '')) &&
    [owners, states, stances].every(wanted => wanted.length === 0)
  );
}
