import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInOrder } from './pipeline.mjs';
import { run } from './processes.mjs';
import { logFile, prepare, scriptOf } from './tools.mjs';
import { unitTests } from './unitTests.mjs';

/**
 * `npm test`: everything that has to hold. With arguments, only the unit tests
 * that they select.
 */
export async function runChecks(context) {
  const { root, args } = context;
  const toolchain = await prepare(context);
  await runInOrder(args.length > 0 ? [unitTests(args)] : allChecks(root), {
    ...context,
    toolchain,
  });
}

function allChecks(root) {
  const plugins = readdirSync(join(root, 'plugins')).map(
    name => `plugins/${name}`,
  );
  return [
    // From scratch: what an earlier build left decides on the order in which
    // inferred types list their members, and so on the API reports.
    tool('Types', 'typescript', 'tsc', ['--incremental', 'false']),
    cli('Lint', ['repo', 'lint', '--max-warnings', '0']),
    tool('Format', 'prettier', 'prettier', ['--check', '.']),
    cli('Packages ready to publish', ['repo', 'fix', '--publish', '--check']),
    ...['app-config.production.yaml', 'app-config.e2e.yaml'].map(file =>
      cli(`Configuration with ${file}`, [
        'config:check',
        '--lax',
        '--config',
        'app-config.yaml',
        '--config',
        file,
      ]),
    ),
    tool(
      'API and SQL reports',
      '@backstage/repo-tools',
      'backstage-repo-tools',
      [
        'api-reports',
        '--ci',
        '--sql-reports',
        '-o',
        'ae-wrong-input-file-type,ae-undocumented',
        '--validate-release-tags',
        ...plugins,
      ],
    ),
    launcherTests(root),
    unitTests([]),
  ];
}

function cli(title, args) {
  return tool(title, '@backstage/cli', 'backstage-cli', args);
}

function tool(title, packageName, command, args) {
  return {
    title,
    async run({ root, toolchain }) {
      const name = title.toLowerCase().replaceAll(/\W+/g, '-');
      const log = logFile(root, `check-${name}`);
      const { code } = await run(
        toolchain.node,
        [scriptOf(root, packageName, command), ...args],
        { cwd: root, env: toolchain.env, log },
      );
      return { ok: code === 0, log };
    },
  };
}

function launcherTests(root) {
  const files = ['launcher', 'install-test']
    .map(name => join(root, 'scripts', name))
    .flatMap(folder => readdirSync(folder).map(name => join(folder, name)))
    .filter(file => file.endsWith('.test.mjs'));
  return {
    title: "The launcher's own tests",
    async run({ toolchain }) {
      const log = logFile(root, 'check-launcher');
      const { code } = await run(toolchain.node, ['--test', ...files], {
        cwd: root,
        env: toolchain.env,
        log,
      });
      const output = existsSync(log) ? readFileSync(log, 'utf8') : '';
      const count = name =>
        Number(output.match(new RegExp(`^[#ℹ] ${name} (\\d+)`, 'm'))?.[1] ?? 0);
      const counts = {
        passed: count('pass'),
        failed: count('fail'),
        skipped: count('skipped'),
      };
      return { ok: code === 0, log, counts, detail: `${counts.passed} tests` };
    },
  };
}
