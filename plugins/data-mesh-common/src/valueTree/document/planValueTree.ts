import {
  NodeKind,
  ValueTreeDocumentMode,
  ValueTreePlan,
  ValueTreeProblem,
} from '../../api';
import { checkCheckIn } from '../measures/check';
import { Belonging } from './changesOf';
import { checkPlaces } from './checkPlaces';
import { checkTogether, planMeasures } from './planMeasures';
import { planNodes } from './planNodes';
import { tellNotTaken } from './tellNotTaken';
import {
  CurrentMeasure,
  CurrentNode,
  CurrentTree,
  PlannedMeasure,
  PlannedNode,
  PlannedTree,
  TreeChanges,
} from './TreeChanges';
import { DocumentNode, ValueTreeDocument } from './ValueTreeDocument';

type Known = {
  nodes: ReadonlyMap<string, CurrentNode>;
  measures: ReadonlyMap<string, CurrentMeasure>;
};
type Problem = { id: string; message: string };
type Planned = ValueTreePlan['add'][number];

/**
 * How a document is looked at.
 *
 * @public
 */
export interface ValueTreePlanOptions {
  /** The id of the document. */
  document: string;
  mode: ValueTreeDocumentMode;
  /** The day it is looked at, in ISO 8601. */
  today: string;
  /** Ids of nodes and measures that the document made before. */
  made?: readonly string[];
  /**
   * Whether the document is handed what it has and the portal keeps; it has to
   * be managed.
   */
  takeOver?: boolean;
  /** Where in its text a node or measure is. */
  placeOf?(id: string): Omit<ValueTreeProblem, 'message'>;
}

/**
 * Tells what applying a document does to the tree. Nodes that it no longer has
 * go; what people made below them stays, and is adrift then. A document that
 * is a seed adds and never changes.
 *
 * @public
 */
export function planValueTree(
  current: CurrentTree,
  { nodes: written }: ValueTreeDocument,
  options: ValueTreePlanOptions,
): PlannedTree {
  const isManaged = options.mode === 'managed';
  const belonging = isManaged
    ? new Belonging(options.document, options)
    : new Belonging();
  const known = {
    nodes: new Map(current.nodes.map(node => [node.id, node])),
    measures: new Map(current.measures.map(one => [one.id, one])),
  };
  const nodes = planNodes(known.nodes, written, belonging);
  const measures = planMeasures(known.measures, written, belonging);
  const problems = [
    ...checkIds(known, written, belonging),
    ...checkPlaces(written, treeAfter(current, written, nodes)),
    ...checkTogether(known.measures, written, belonging),
    // A document that is managed brings no check-ins.
    ...(isManaged ? [] : checkCheckIns(written, options.today)),
  ];
  if (problems.length > 0) {
    const told = problems.map(({ id, message }) => ({
      message,
      ...options.placeOf?.(id),
    }));
    return {
      nodes: { add: [], change: [], remove: [] },
      measures: { add: [], change: [], remove: [] },
      plan: summed({
        add: [],
        change: [],
        remove: [],
        notTaken: [],
        problems: told,
      }),
    };
  }
  const changes = [tellNodes(nodes, known), tellMeasures(measures, known)];
  return {
    nodes,
    measures,
    plan: summed({
      add: changes.flatMap(({ add }) => add),
      change: changes.flatMap(({ change }) => change),
      remove: changes.flatMap(({ remove }) => remove),
      notTaken: isManaged ? tellNotTaken(known.nodes, written) : [],
      problems: [],
    }),
  };
}

function summed(plan: Omit<ValueTreePlan, 'summary'>): ValueTreePlan {
  const { add, change, remove } = plan;
  return {
    ...plan,
    summary: `${add.length} to add, ${change.length} to change, ${remove.length} to remove`,
  };
}

function checkIds(
  known: Known,
  written: readonly DocumentNode[],
  belonging: Belonging,
): Problem[] {
  const problems: Problem[] = [];
  const add = (id: string, message: string | undefined) => {
    if (message) {
      problems.push({ id, message });
    }
  };
  for (const { id, kind, measures } of written) {
    const node = known.nodes.get(id);
    add(id, belonging.refusalOf(node) ?? otherKind(node, kind));
    for (const measure of measures) {
      add(measure.id, belonging.refusalOf(known.measures.get(measure.id)));
    }
  }
  return problems;
}

function checkCheckIns(
  written: readonly DocumentNode[],
  today: string,
): Problem[] {
  return written
    .flatMap(({ measures }) => measures)
    .flatMap(({ id, fields, checkIns }) =>
      checkIns.flatMap(checkIn => {
        const problem = checkCheckIn(fields, checkIn, today);
        return problem
          ? [{ id, message: `A check-in of “${fields.name}”: ${problem}.` }]
          : [];
      }),
    );
}

function otherKind(
  known: CurrentNode | undefined,
  kind: NodeKind,
): string | undefined {
  return known && known.kind !== kind
    ? `“${known.id}” is a ${known.kind} and cannot become a ${kind}. Choose another id.`
    : undefined;
}

/** All nodes as they would be. */
function treeAfter(
  current: CurrentTree,
  written: readonly DocumentNode[],
  { remove }: TreeChanges<PlannedNode>,
) {
  const replaced = new Set([...remove, ...written.map(({ id }) => id)]);
  return [
    ...current.nodes.filter(({ id, goneAt }) => !goneAt && !replaced.has(id)),
    ...written,
  ];
}

function tellNodes(changes: TreeChanges<PlannedNode>, { nodes }: Known) {
  return tell(changes, nodes, ({ id, kind, fields }) => ({
    kind,
    id,
    title: fields.title,
  }));
}

function tellMeasures(
  changes: TreeChanges<PlannedMeasure>,
  { measures }: Known,
) {
  return tell(changes, measures, ({ id, fields }) => ({
    kind: 'measure' as const,
    id,
    title: fields.name,
  }));
}

function tell<TPlanned, TKnown extends TPlanned>(
  { add, change, remove }: TreeChanges<TPlanned>,
  known: ReadonlyMap<string, TKnown>,
  name: (item: TPlanned) => Planned,
): Pick<ValueTreePlan, 'add' | 'change' | 'remove'> {
  return {
    add: add.map(name),
    change: change.map(({ item, changed }) => ({ ...name(item), changed })),
    remove: remove.map(id => name(known.get(id)!)),
  };
}
