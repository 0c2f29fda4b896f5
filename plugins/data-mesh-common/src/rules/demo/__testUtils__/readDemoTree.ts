import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { TreeModel } from '../../../valueTree';
import { parseValueTree } from '../../../valueTree/document/parseValueTree';
import { ValueTreeDocument } from '../../../valueTree/document/ValueTreeDocument';
import { GoalProof } from '../../facts';
import { folder, withDates } from './readDemo';

/** The value tree of the demo as its document has it, on day 0. */
export function readDemoDocument(): ValueTreeDocument {
  const text = readFileSync(join(folder, 'value-tree.yaml'), 'utf8');
  const { document, problems } = parseValueTree(
    stringify(withDates(parse(text))),
  );
  if (!document) {
    throw new Error(problems.map(({ message }) => message).join('\n'));
  }
  return document;
}

/** The same as facts see it. */
export function readDemoTree(): { tree: TreeModel; proofs: GoalProof[] } {
  const { nodes } = readDemoDocument();
  return {
    tree: {
      nodes: nodes.map(({ id, kind, parentId, state, fields }) => ({
        id,
        kind,
        parentId,
        state: state ?? 'proposed',
        fields,
      })),
      measures: nodes.flatMap(node =>
        node.measures.map(({ id, fields, checkIns }) => ({
          id,
          nodeId: node.id,
          fields,
          readings: checkIns.map(({ date, value }) => ({ date, value })),
        })),
      ),
      links: Object.fromEntries(
        nodes.map(({ id, products, backlog }) => [id, { products, backlog }]),
      ),
    },
    proofs: nodes.flatMap(({ id, decisions }) =>
      decisions
        .filter(({ type }) => type === 'stop')
        .map(({ date }) => ({ nodeId: id, day: date })),
    ),
  };
}
