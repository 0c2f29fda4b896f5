import { cpus, release } from 'node:os';
import { parseArgs } from 'node:util';
import { StatementCounter } from './database';
import { toMarkdown } from './report';
import { measure, Measurement } from './run';

const CONNECTION = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/**
 * Measures the backend on PostgreSQL with generated products:
 * `npm run bench -- --sizes 100,1000`.
 */
async function main() {
  const { values } = parseArgs({
    options: { sizes: { type: 'string', default: '100,1000,10000' } },
  });
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every(size => Number.isInteger(size) && size > 0)) {
    throw new Error(
      `--sizes ${values.sizes}: write numbers of products, like 100,1000`,
    );
  }
  const connectionString = process.env[CONNECTION];
  if (!connectionString) {
    throw new Error(
      `There is no PostgreSQL to measure on: start with "npm run bench", or set ${CONNECTION}`,
    );
  }
  const tell = (text: string) => process.stderr.write(`${text}\n`);
  const counter = new StatementCounter('data-mesh');
  const measurements: Measurement[] = [];
  for (const products of sizes) {
    measurements.push(
      await measure({ products, connectionString, counter, tell }),
    );
  }
  process.stdout.write(
    [
      '',
      toMarkdown(measurements),
      '',
      `Node ${process.version}, ${cpus().length} cores (${
        cpus()[0]?.model ?? 'unknown'
      }), Linux ${release()}. Times differ from machine to machine; ratios should not.`,
      '',
    ].join('\n'),
  );
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack ?? error}\n`);
    process.exit(1);
  },
);
