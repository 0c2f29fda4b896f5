import {
  ProductDecision,
  ReviewPoint,
  Severity,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { dayWords, valueWords } from '../../notifications/words';
import {
  DecisionThen,
  NodeThen,
  ProductThen,
  ReviewSnapshot,
} from './ReviewSnapshot';

const DECISIONS: Record<ProductDecision, string> = {
  keep: 'keep',
  invest: 'invest',
  shrink: 'shrink',
  'hand-over': 'hand over',
  retire: 'retire',
};

const SEVERITIES: Record<Severity, string> = {
  high: 'Sort out now',
  medium: 'This quarter',
  low: 'When you touch it',
};

/** The minutes of a review as Markdown. */
export function composeMinutes(snapshot: ReviewSnapshot): string {
  const { domain, day, since, isFirst, participants, closedBy } = snapshot;
  const people = participants.map(({ title }) => plain(title)).join(', ');
  return `${sections(
    `# Review of ${plain(domain.title)}, ${dayWords(day)}`,
    sentences(
      people && `With ${people}.`,
      closedBy && `Closed by ${plain(closedBy.title)}.`,
      isFirst
        ? `The first review; it looks back to ${dayWords(since)}.`
        : `The last review was closed on ${dayWords(since)}.`,
    ),
    part('## Decided on data products', snapshot.products.flatMap(decided)),
    part('## Decided on goals and bets', snapshot.decisions.map(decision)),
    part('## Open points of ownership', snapshot.openPoints.map(point)),
    part('## How the goals stand', snapshot.nodes.map(node)),
    productTable(snapshot.products),
    part(
      '## How the domain stands',
      snapshot.dimensions.map(({ title, level }) => `${title}: ${level}`),
    ),
    part('## What changed', changes(snapshot.changes)),
    snapshot.notes?.trim() && `## Notes\n\n${snapshot.notes.trim()}`,
  )}\n`;
}

function decided({ title, said }: ProductThen): string[] {
  return said
    ? [
        `**${plain(title)}**: ${sentences(
          `${DECISIONS[said.decision]}.`,
          said.value && `Worth: ${ended(said.value)}`,
          said.costBand && `Costs a year: ${ended(said.costBand)}`,
          said.next && `Next: ${ended(said.next)}`,
          said.standsAlone === true && 'It is of use by itself.',
          said.standsAlone === false && 'It is not of use by itself.',
          said.funded === true && 'Running it is paid for.',
          said.funded === false && 'Nobody pays for running it.',
        )}`,
      ]
    : [];
}

function decision(one: DecisionThen): string {
  return `${one.kind} **${plain(one.node)}**: ${sentences(
    `${one.type.replace('-', ' ')}.`,
    ended(one.reason),
    one.learning && `Learnt: ${ended(one.learning)}`,
    one.by && `(${plain(one.by)})`,
  )}`;
}

function point({ entity, severity, title, since }: ReviewPoint): string {
  const from = since ? `, since ${dayWords(since.slice(0, 10))}` : '';
  return `${SEVERITIES[severity]}: ${plain(entity.title)}, ${plain(
    title,
  )}${from}`;
}

function node({ kind, title, state, measures }: NodeThen): string {
  return [
    `${kind} **${plain(title)}** (${state.replace('-', ' ')})`,
    ...measures.map(({ name, text }) => `  - ${plain(name)}: ${plain(text)}`),
  ].join('\n');
}

function productTable(products: readonly ProductThen[]): string | undefined {
  const rows = products.map(
    ({ title, level, target, users, use }) =>
      `| ${[
        plain(title),
        level ?? 'not known',
        target ?? 'none',
        String(users.length),
        use === undefined ? 'not measured' : String(use),
      ].join(' | ')} |`,
  );
  return rows.length
    ? [
        '## How the data products stand\n',
        '| Data product | Level | Target | Teams that use it | Use in 30 days |',
        '| --- | --- | --- | --- | --- |',
        ...rows,
      ].join('\n')
    : undefined;
}

function changes({
  levels,
  levelsTotal,
  readings,
  decisions,
  nodes,
}: ReviewSnapshot['changes']): string[] {
  const more = levelsTotal - levels.length;
  return [
    ...levels.map(({ text }) => plain(text)),
    ...(more > 0 ? [`and ${more} more changes of levels`] : []),
    ...readings.map(({ measure, node: of, before, now, unit, count }) => {
      const from = before === undefined ? '' : `${valueWords(before, '')} to `;
      return `${plain(measure)} of “${plain(of)}”: ${from}${plain(
        valueWords(now, unit),
      )} (${count === 1 ? '1 reading' : `${count} readings`})`;
    }),
    ...decisions.map(
      ({ kind, node: of, type, date }) =>
        `${kind} “${plain(of)}”: ${type.replace('-', ' ')}, ${dayWords(date)}`,
    ),
    ...nodes.map(
      ({ kind, title, what }) => `${kind} “${plain(title)}” ${what}`,
    ),
  ];
}

function part(heading: string, items: readonly string[]): string | undefined {
  return items.length
    ? `${heading}\n\n${items.map(item => `- ${item}`).join('\n')}`
    : undefined;
}

function sections(...parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

function sentences(...parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

function ended(text: string): string {
  const words = plain(text);
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

/** In one line, and with nothing that Markdown would take for its own. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}
