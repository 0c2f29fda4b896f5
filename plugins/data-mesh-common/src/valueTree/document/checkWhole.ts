import { DocumentProblems, Path } from '../../yaml/DocumentProblem';
import { checkMeasures, measureProblems } from '../measures/check';
import { Placed } from './DocumentReader';
import { DocumentNode } from './ValueTreeDocument';

/** Finds what is wrong between nodes and measures that are each right. */
export function checkWhole(
  nodes: readonly Placed<DocumentNode>[],
  problems: DocumentProblems,
): void {
  const once = onlyOnce(problems);
  const parents = new Map<string, string | undefined>();
  for (const { item, path } of nodes) {
    once('The id of a node', '', item.id, [...path, 'id']);
    parents.set(item.id, item.parentId);
    item.measures.forEach((measure, at) => {
      const inMeasure = [...path, 'measures', at];
      once('The id of a measure', '', measure.id, [...inMeasure, 'id']);
      for (const problem of measureProblems(measure.fields)) {
        problems.add(inMeasure, `${problem}.`);
      }
      measure.checkIns.forEach(({ date }, place) =>
        once('A day of a measure', measure.id, date, [
          ...inMeasure,
          'checkIns',
          place,
          'date',
        ]),
      );
    });
    for (const problem of checkMeasures(
      item.measures.map(({ fields }) => fields),
    )) {
      problems.add([...path, 'measures'], `${problem}.`);
    }
    for (const list of ['products', 'components'] as const) {
      item[list].forEach((ref, at) =>
        once('A link of a node', item.id, ref, [...path, list, at]),
      );
    }
    item.backlog.forEach(({ provider, ref }, at) =>
      once('A link of a node', item.id, `${provider}: ${ref}`, [
        ...path,
        'backlog',
        at,
        'ref',
      ]),
    );
  }
  for (const { item, path } of nodes) {
    if (isBelowItself(item.id, parents)) {
      problems.add(
        [...path, 'parent'],
        `The node “${item.id}” cannot be below itself.`,
      );
    }
  }
}

function onlyOnce(problems: DocumentProblems) {
  const seen = new Set<string>();
  return (what: string, of: string, value: string, path: Path) => {
    const key = JSON.stringify([what, of, value]);
    if (seen.has(key)) {
      problems.add(path, `${what} is to be there once: “${value}” is twice.`);
    }
    seen.add(key);
  };
}

function isBelowItself(
  id: string,
  parents: ReadonlyMap<string, string | undefined>,
): boolean {
  const seen = new Set<string>();
  let above = parents.get(id);
  while (above !== undefined && above !== id && !seen.has(above)) {
    seen.add(above);
    above = parents.get(above);
  }
  return above === id;
}
