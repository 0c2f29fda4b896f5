import { CurrentNode } from './TreeChanges';
import { DocumentNode } from './ValueTreeDocument';

const MOST_NAMED = 10;

/**
 * Tells what is in a document and kept in the portal alone, a sentence for
 * each kind of it.
 */
export function tellNotTaken(
  current: ReadonlyMap<string, CurrentNode>,
  nodes: readonly DocumentNode[],
): string[] {
  const measures = nodes.flatMap(node => node.measures);
  const withLinks = nodes.filter(({ products, components, backlog }) =>
    [products, components, backlog].some(list => list.length > 0),
  );
  const moved = nodes.filter(({ id, state }) => {
    const known = current.get(id);
    return state && known && known.state !== state;
  });
  return [
    tell(
      'Check-ins are made in the portal or by its API',
      measures.filter(({ checkIns }) => checkIns.length > 0),
    ),
    tell(
      'Decisions are made in the portal',
      nodes.filter(({ decisions }) => decisions.length > 0),
    ),
    tell('Links are made in the portal', withLinks),
    tell('The state is another in the portal, which counts', moved),
  ].filter(sentence => sentence !== undefined);
}

function tell(
  why: string,
  about: readonly { id: string }[],
): string | undefined {
  if (about.length === 0) {
    return undefined;
  }
  const named = about.slice(0, MOST_NAMED).map(({ id }) => id);
  const more = about.length - named.length;
  return `${why}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
