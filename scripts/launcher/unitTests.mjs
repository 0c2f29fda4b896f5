import { existsSync, readFileSync, rmSync } from 'node:fs';
import { CONNECTION_VARIABLE, startPostgres } from './postgres.mjs';
import { run } from './processes.mjs';
import { logFile, scriptOf } from './tools.mjs';

/** The packages' unit tests, against SQLite and a real PostgreSQL. */
export function unitTests(args) {
  return {
    title: args.length > 0 ? `Unit tests (${args.join(' ')})` : 'Unit tests',
    async run({ root, toolchain, say, env }) {
      const log = logFile(root, 'check-unit-tests');
      const results = log.replace(/\.log$/, '.json');
      rmSync(results, { force: true });
      const postgres = await postgresForTests({ root, say, env });
      try {
        const { code } = await run(
          toolchain.node,
          [
            scriptOf(root, '@backstage/cli', 'backstage-cli'),
            'repo',
            'test',
            '--watchAll=false',
            '--coverage=false',
            '--maxWorkers=2',
            '--passWithNoTests=false',
            '--json',
            `--outputFile=${results}`,
            ...args,
          ],
          {
            cwd: root,
            env: {
              ...toolchain.env,
              ...postgres.env,
              BACKSTAGE_TEST_DISABLE_DOCKER: '1',
            },
            log,
            show: true,
          },
        );
        return {
          ok: code === 0,
          log,
          shown: true,
          ...summarise(results, postgres.databases),
        };
      } finally {
        await postgres.stop();
      }
    },
  };
}

async function postgresForTests({ root, say, env }) {
  if (env.DATA_MESH_TEST_WITHOUT_POSTGRES === '1') {
    say('  PostgreSQL is left out, as DATA_MESH_TEST_WITHOUT_POSTGRES asks.');
    return {
      env: {},
      databases: 'SQLite (PostgreSQL left out)',
      stop: async () => {},
    };
  }
  const { connectionString, stop } = await startPostgres({
    root,
    log: logFile(root, 'postgres'),
  });
  return {
    env: { [CONNECTION_VARIABLE]: connectionString },
    databases: 'SQLite and PostgreSQL',
    stop,
  };
}

function summarise(results, databases) {
  if (!existsSync(results)) {
    return {};
  }
  const report = JSON.parse(readFileSync(results, 'utf8'));
  const counts = {
    passed: report.numPassedTests,
    // A file that does not even load counts as one failure.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return {
    counts,
    detail: `${counts.passed} tests in ${report.numPassedTestSuites} files on ${databases}`,
  };
}
