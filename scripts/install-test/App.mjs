import {
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchFromNpm } from '../launcher/npmPackage.mjs';
import { looksLikeNoNetwork, Problem } from '../launcher/problem.mjs';
import { run } from '../launcher/processes.mjs';
import { logFile, scriptOf } from '../launcher/tools.mjs';
import { addToBackend, applyDiff, mergeConfig } from './edits.mjs';

const CREATE_APP = '0.9.2';
const NO_FETCH = fileURLToPath(new URL('./noFetch.cjs', import.meta.url));

/** A Backstage app of somebody else, in a temporary folder. */
export class App {
  #context;
  #folder;
  #name;
  #originals = new Map();
  #copied = [];

  /** @param context - of the launcher, with `resolutions`, `tarballs`, `ranges` */
  constructor(context, folder, name) {
    this.#context = context;
    this.#folder = folder;
    this.#name = name;
  }

  path(...parts) {
    return join(this.#folder, ...parts);
  }

  /** Makes it with `@backstage/create-app`, without installing. */
  async create({ legacy = false } = {}) {
    const { root, env, toolchain, resolutions } = this.#context;
    const createApp = await fetchFromNpm({
      tools: join(root, '.tools'),
      folder: `create-app-${CREATE_APP}`,
      name: '@backstage/create-app',
      version: CREATE_APP,
      what: `@backstage/create-app ${CREATE_APP}`,
      overrides: resolutions,
      env,
    });
    const log = this.#log('create');
    const { code } = await run(
      toolchain.node,
      [
        '--require',
        NO_FETCH,
        join(createApp, 'bin', 'backstage-create-app'),
        '--skip-install',
        '--path',
        this.#folder,
        ...(legacy ? ['--legacy'] : []),
      ],
      {
        env: { ...toolchain.env, BACKSTAGE_APP_NAME: this.#name },
        log,
      },
    );
    if (code !== 0 || !existsSync(this.path('package.json'))) {
      throw new Problem('create-app could not make an app.', { log });
    }
    // Versions that every copy of the registry has whole, and a SQLite that
    // needs no install script.
    this.#editJson('package.json', manifest =>
      Object.assign(manifest.resolutions, resolutions),
    );
  }

  /** Does what a page of the documentation says. */
  follow(steps) {
    steps.forEach(step => this.#do[step.kind](step));
  }

  /** Takes back all that `follow` did. */
  undo() {
    for (const [file, content] of this.#originals) {
      writeFileSync(this.path(file), content);
    }
    for (const folder of this.#copied) {
      rmSync(this.path(folder), { recursive: true });
    }
    this.#originals.clear();
    this.#copied = [];
  }

  /** Adds configuration to a file of the app. */
  configure(file, addition) {
    writeFileSync(
      this.path(file),
      mergeConfig(readFileSync(this.path(file), 'utf8'), addition),
    );
  }

  async install() {
    const { toolchain } = this.#context;
    const log = this.#log('install');
    const { code } = await run(
      toolchain.node,
      [toolchain.yarn, 'install', '--no-immutable'],
      {
        cwd: this.#folder,
        // Only the registry: install scripts would bring binaries from elsewhere.
        env: {
          ...toolchain.env,
          YARN_ENABLE_SCRIPTS: 'false',
          YARN_ENABLE_TELEMETRY: 'false',
        },
        log,
      },
    );
    if (code !== 0) {
      throw new Problem(
        looksLikeNoNetwork(readFileSync(log, 'utf8'))
          ? 'The app could not be installed because the package registry cannot be reached.'
          : 'The app could not be installed; when the registry lacks a version, scripts/install-test/resolutions.json is the place to choose another.',
        { log },
      );
    }
  }

  checkTypes() {
    return this.#run('types', 'typescript', 'tsc', [], this.#folder);
  }

  build() {
    return this.#run(
      'build',
      '@backstage/cli',
      'backstage-cli',
      ['package', 'build'],
      this.path('packages', 'app'),
    );
  }

  #do = {
    add: ({ folder, packages }) => {
      const { tarballs, ranges } = this.#context;
      this.#editJson(
        join(folder, 'package.json'),
        manifest =>
          packages.forEach(name => {
            if (!ranges[name]) {
              throw new Problem(
                `The documentation tells to install ${name}, which nothing here is or uses.`,
              );
            }
            manifest.dependencies[name] = ranges[name];
          }),
        { undoable: true },
      );
      this.#editJson(
        'package.json',
        manifest =>
          Object.assign(
            manifest.resolutions,
            Object.fromEntries(
              Object.entries(tarballs).map(([name, tarball]) => [
                name,
                `file:${tarball}`,
              ]),
            ),
          ),
        { undoable: true },
      );
    },
    copy: ({ from, to }) => {
      cpSync(join(this.#context.root, from), this.path(to), {
        recursive: true,
      });
      this.#copied.push(to);
    },
    backend: ({ file, text }) =>
      this.#edit(file, source => addToBackend(source, text)),
    config: ({ file, text }) =>
      this.#edit(file, source => mergeConfig(source, text)),
    diff: ({ file, text }) =>
      this.#edit(file, source => applyDiff(source, text, file)),
  };

  #edit(file, change, { undoable = true } = {}) {
    if (!existsSync(this.path(file))) {
      throw new Problem(
        `The documentation speaks of ${file}, which a fresh app does not have.`,
      );
    }
    const content = readFileSync(this.path(file), 'utf8');
    if (undoable && !this.#originals.has(file)) {
      this.#originals.set(file, content);
    }
    writeFileSync(this.path(file), change(content));
  }

  #editJson(file, change, { undoable = false } = {}) {
    this.#edit(
      file,
      content => {
        const manifest = JSON.parse(content);
        change(manifest);
        return `${JSON.stringify(manifest, null, 2)}\n`;
      },
      { undoable },
    );
  }

  async #run(what, packageName, command, args, cwd) {
    const { toolchain } = this.#context;
    const log = this.#log(what);
    const { code } = await run(
      toolchain.node,
      [scriptOf(this.#folder, packageName, command), ...args],
      { cwd, env: toolchain.env, log },
    );
    if (code !== 0) {
      throw new Problem(
        `\`${[command, ...args].join(' ')}\` failed in the ${this.#name}.`,
        { log },
      );
    }
  }

  #log(what) {
    return logFile(this.#context.root, `install-test-${this.#name}-${what}`);
  }
}
