import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CONNECTION_VARIABLE, startPostgres } from './postgres.mjs';
import { Problem } from './problem.mjs';
import { run } from './processes.mjs';
import { logFile, prepare } from './tools.mjs';

/** `npm run bench`: the measurements of packages/backend/bench, on PostgreSQL. */
export async function runBench(context) {
  const { root, args } = context;
  const toolchain = await prepare(context);
  const entry = join(root, 'packages', 'backend', 'bench', 'index.ts');
  if (!existsSync(entry)) {
    throw new Problem(
      'There is nothing to measure: packages/backend/bench/index.ts is missing.',
    );
  }
  const postgres = await startPostgres({
    root,
    log: logFile(root, 'postgres'),
  });
  try {
    const { code } = await run(
      toolchain.node,
      [
        '--enable-source-maps',
        '--expose-gc',
        // The loader that Backstage's CLI starts a backend with.
        '--require',
        join(
          root,
          'node_modules',
          '@backstage',
          'cli-node',
          'config',
          'nodeTransform.cjs',
        ),
        entry,
        ...args,
      ],
      {
        cwd: join(root, 'packages', 'backend'),
        env: {
          NODE_ENV: 'production',
          ...toolchain.env,
          [CONNECTION_VARIABLE]: postgres.connectionString,
        },
        log: logFile(root, 'bench'),
        show: true,
      },
    );
    if (code !== 0) {
      throw new Problem(`The benchmark ended with code ${code}.`);
    }
  } finally {
    await postgres.stop();
  }
}
