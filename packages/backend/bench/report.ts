import { median, percentile } from './measure';
import { Memory, Pass } from './passes';
import { Measurement } from './run';
import { Sizes } from './storage';

/** The measurements as a Markdown table; ratios are of one and the same run. */
export function toMarkdown(measurements: readonly Measurement[]): string {
  const rows: [string, string, (m: Measurement) => string][] = [
    ['Entities in the catalog', '', m => String(m.entities)],
    [
      'Our processors, share of the catalog’s processing time',
      '≤ 2 %',
      m => percent(m.processing.ours / m.processing.seconds),
    ],
    [
      '… and of the CPU time of the whole process meanwhile',
      '',
      m => percent(m.processing.ours / m.processing.cpuSeconds),
    ],
    ['Streaming all entities', '', m => seconds(m.stream)],
    [
      'First pass (cold): catalog + evaluation = whole (times streaming)',
      '',
      m => pass(m.cold, m.stream),
    ],
    ['… memory (RSS) before / at most', '', m => memory(m.coldMemory)],
    [
      'Pass after a start (warm contract facts, all evaluated)',
      '≤ 1.5',
      m => pass(m.warm, m.stream),
    ],
    ['… memory (RSS) before / at most', '', m => memory(m.warmMemory)],
    ['Pass with nothing changed', '≤ 1.5', m => pass(m.unchanged, m.stream)],
    ['… memory (RSS) before / at most', '', m => memory(m.unchangedMemory)],
    ['… SQL statements', '', m => String(m.passStatements)],
    ['… rows written', '0', m => rowsWritten(m.rowsWritten)],
    [
      'One piece of evidence until its result is visible',
      '',
      m => seconds(m.visible),
    ],
    [
      'Storage of results, their history and evidence, with indexes',
      '',
      m => storage(m.storage),
    ],
    [
      '… after a year (simulated), 1 % of products flipping two rules a day',
      '< 300 MB at 10,000',
      m => storage(m.storageAfterYear),
    ],
    ['List with text and filters, p50 / p95', '', m => both(m.list)],
    ['Catalog’s by-query likewise, p50 / p95', '', m => both(m.catalog)],
    [
      'List against by-query, p95',
      '≤ 1.3',
      m => ratio(percentile(m.list, 0.95) / percentile(m.catalog, 0.95)),
    ],
    [
      'List, p95 against a tenth of the products',
      '≤ 1.5 from 1,000 to 10,000',
      m => {
        const tenth = measurements.find(
          other => other.products * 10 === m.products,
        );
        return tenth
          ? ratio(percentile(m.list, 0.95) / percentile(tenth.list, 0.95))
          : '–';
      },
    ],
    ['Whole list with its counts, p50 / p95', '', m => both(m.wholeList)],
    [
      'Catalog’s by-query of all products, no counts, p50 / p95',
      '',
      m => both(m.wholeCatalog),
    ],
    [
      'SQL statements: list, list with text, one product',
      'fixed',
      m => m.statements.join(', '),
    ],
    [
      'Value tree: domains, nodes, measures, check-ins',
      '',
      ({ valueTree: { rows: r } }) =>
        [r.domains, r.nodes, r.measures, r.checkIns].join(', '),
    ],
    ['Whole tree, p50 / p95', '', m => both(m.valueTree.tree)],
    [
      '… against a page of 500 domains of the catalog, p50',
      '',
      ({ valueTree: v }) => ratio(median(v.tree) / median(v.entities)),
    ],
    ...(
      [
        ['The part of a domain', 'domain'],
        ['The part of a product', 'product'],
        ['A node with all that is known of it', 'node'],
        ['A check-in', 'checkIn'],
      ] as const
    ).map(([title, what]): (typeof rows)[number] => [
      `${title}, p50 / p95 (p50 against an entity by its name)`,
      '',
      ({ valueTree: v }) =>
        `${both(v[what])} (${ratio(median(v[what]) / median(v.entity))})`,
    ]),
    [
      'SQL statements: whole tree, part of a domain, of a product, a node',
      'fixed',
      m => m.valueTree.statements.join(', '),
    ],
  ];
  const header = [
    '',
    'Aim',
    ...measurements.map(m => `${m.products} products`),
  ];
  return [
    header,
    header.map((_, i) => (i < 2 ? '---' : '---:')),
    ...rows.map(([title, aim, value]) => [
      title,
      aim,
      ...measurements.map(value),
    ]),
  ]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Tables that only tell how the passes themselves go. */
const STATE_TABLES = /^(backstage_backend_tasks__|projection_state$)/;

function pass({ projection, evaluation }: Pass, stream: number): string {
  const whole = projection + evaluation;
  return `${seconds(projection)} + ${seconds(evaluation)} = ${seconds(
    whole,
  )} (${ratio(whole / stream)})`;
}

function memory({ before, peak }: Memory): string {
  return `${before.toFixed(0)} / ${peak.toFixed(0)} MiB`;
}

function rowsWritten(tables: Record<string, number>): string {
  const entries = Object.entries(tables);
  const told = (rows: [string, number][]) =>
    rows.map(([table, count]) => `${table} ${count}`).join(', ');
  const own = entries.filter(([table]) => !STATE_TABLES.test(table));
  const state = entries.filter(([table]) => STATE_TABLES.test(table));
  return `${told(own) || 0} (besides: ${told(state) || 'none'})`;
}

function storage(sizes: Sizes): string {
  const sorted = Object.entries(sizes).sort(([, a], [, b]) => b - a);
  const sum = sorted.reduce((total, [, size]) => total + size, 0);
  return `${sum.toFixed(0)} MB (${sorted
    .slice(0, 5)
    .map(([table, size]) => `${table} ${size.toFixed(0)}`)
    .join(', ')})`;
}

function both(times: readonly number[]): string {
  return [0.5, 0.95]
    .map(share => `${percentile(times, share).toFixed(1)} ms`)
    .join(' / ');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function ratio(value: number): string {
  return `${value.toFixed(2)} ×`;
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}
