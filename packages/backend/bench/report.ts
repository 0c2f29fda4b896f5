import { percentile } from './measure';
import { Measurement } from './run';

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
      'Pass, cold: seconds (times streaming)',
      '',
      m => `${seconds(m.coldPass)} (${ratio(m.coldPass / m.stream)})`,
    ],
    [
      'Pass, warm: seconds (times streaming)',
      '',
      m => `${seconds(m.warmPass)} (${ratio(m.warmPass / m.stream)})`,
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
