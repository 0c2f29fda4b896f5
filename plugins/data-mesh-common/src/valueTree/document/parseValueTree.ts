import { ValueTreeProblem } from '../../api';
import { DocumentProblem, DocumentProblems } from '../../yaml/DocumentProblem';
import { readYaml } from '../../yaml/readYaml';
import { checkWhole } from './checkWhole';
import { DocumentReader } from './DocumentReader';
import { ValueTreeDocument } from './ValueTreeDocument';

/** The longest text that is read: 3,000 nodes with three measures each. */
const MAX_CHARACTERS = 5_000_000;

/** Problems beyond these are not told: they mostly are of one cause. */
const MOST_TOLD = 100;

/**
 * What could be read of a document.
 *
 * @public
 */
export interface ParsedValueTree {
  /** Only if nothing is wrong with it. */
  document?: ValueTreeDocument;
  /** With the line and column, from 1, that they are about. */
  problems: ValueTreeProblem[];
  /** Where the document has a node or measure with such an id. */
  placeOf(id: string): Omit<ValueTreeProblem, 'message'>;
}

/**
 * Reads a document of `kind: ValueTree`.
 *
 * @public
 */
export function parseValueTree(text: string): ParsedValueTree {
  const yaml = readYaml(text, '', MAX_CHARACTERS);
  if (yaml.problems.length > 0) {
    return { problems: yaml.problems.map(toProblem), placeOf: () => ({}) };
  }
  if (yaml.value === undefined || yaml.value === null) {
    const message = 'The document is empty.';
    return { problems: [{ message }], placeOf: () => ({}) };
  }
  const problems = new DocumentProblems(yaml.placeOf);
  const reader = new DocumentReader(problems);
  const document = reader.read(yaml.value);
  checkWhole(reader.nodes, problems);
  const { list } = problems;
  return {
    ...(list.length === 0 && { document }),
    problems: list.slice(0, MOST_TOLD).map(toProblem),
    placeOf: id => {
      const path = reader.pathOf(id);
      const at = new DocumentProblems(yaml.placeOf);
      at.add(path ?? [], '');
      const { message: _, ...place } = toProblem(at.list[0]);
      return path ? place : {};
    },
  };
}

function toProblem(problem: DocumentProblem): ValueTreeProblem {
  const { line, column, field, message } = problem;
  return { message, line, column, path: field };
}
