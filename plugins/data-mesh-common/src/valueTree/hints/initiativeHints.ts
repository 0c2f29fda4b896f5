import { dayNumber } from '../days';
import { NodeModel } from '../model';
import { HintContext } from './HintContext';
import { HintModel } from './hintCodes';

/** Finds what is to be said of an initiative and what it is linked to. */
export function initiativeHints(
  context: HintContext,
  initiative: NodeModel,
): HintModel[] {
  const { id: node, state, fields } = initiative;
  const backlog = context.tree.links[node]?.backlog ?? [];
  const hints: HintModel[] = [];
  if (!fields.useCases?.length) {
    hints.push({ code: 'initiative-without-use', node });
  }
  if (context.productsOf(node).size === 0) {
    hints.push({ code: 'initiative-without-product', node });
  }
  if (state === 'active' && backlog.length === 0) {
    hints.push({ code: 'no-backlog', node });
  }
  const unseen = longUnseen(context, node);
  if (unseen !== undefined) {
    hints.push({ code: 'backlog-not-seen-lately', node, value: unseen });
  }
  return [...hints, ...otherDomains(context, node)];
}

/**
 * The ref of the open item that was not seen for the longest time, if that is
 * long. One that could never be seen is only a link.
 */
function longUnseen(
  { tree, today, backlogDays }: HintContext,
  node: string,
): string | undefined {
  const [oldest] = (tree.links[node]?.backlog ?? [])
    .filter(item => item.state !== 'done' && item.seenAt !== undefined)
    .map(item => ({ ref: item.ref, day: dayNumber(item.seenAt ?? '') }))
    .filter(item => today - item.day > backlogDays)
    .sort((a, b) => a.day - b.day);
  return oldest?.ref;
}

/** The network effect: products of others serve it as well. */
function otherDomains(
  { domains, products, productsOf }: HintContext,
  node: string,
): HintModel[] {
  const own = domains.get(node);
  const others = new Set<string>();
  for (const ref of productsOf(node)) {
    const domain = products.get(ref)?.domain;
    if (own !== undefined && domain !== undefined && domain !== own) {
      others.add(domain);
    }
  }
  return [...others].map(domain => ({
    code: 'serves-another-domain',
    node,
    domain,
    isNews: true,
  }));
}
