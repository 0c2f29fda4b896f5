import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { step } from '../launcher/build.mjs';
import { onStop } from '../launcher/stopping.mjs';
import { logFile } from '../launcher/tools.mjs';
import { watch } from '../launcher/watch.mjs';
import { App } from './App.mjs';
import {
  seesCatalogWithoutSuite,
  seesDataProducts,
  seesTemplate,
  withPortal,
} from './checks.mjs';
import { readGuide } from './guide.mjs';
import { checkTarballs, packAll, publishedPackages } from './packages.mjs';
import { Steps } from './Steps.mjs';

const DATA = fileURLToPath(new URL('./data', import.meta.url));
const RESOLUTIONS = new URL('./resolutions.json', import.meta.url);

/**
 * Installs the suite as somebody else would: packed, into fresh apps, by the
 * documentation's own words.
 */
export async function runInstallTest(launcher) {
  const { root, args, say } = launcher;
  const { folder, remove } = temporaryFolder(args.includes('--keep'), say);
  const steps = new Steps(say);
  try {
    const context = { ...launcher, ...(await pack(launcher, steps, folder)) };
    await inNewFrontendSystem(
      context,
      steps,
      new App(context, join(folder, 'app'), 'app'),
    );
    await inOldFrontendSystem(
      context,
      steps,
      new App(context, join(folder, 'legacy-app'), 'legacy-app'),
    );
  } finally {
    remove();
  }
  say(`\nThe suite can be installed:\n${steps.summary()}`);
}

async function pack({ root, toolchain }, steps, folder) {
  const packages = publishedPackages(root);
  const into = join(folder, 'tarballs');
  mkdirSync(into);
  let tarballs;

  await steps.run('Types of the packages', () =>
    step(
      { root, toolchain, log: logFile(root, 'install-test-types') },
      'typescript',
      'tsc',
    ),
  );
  await steps.run('Building the packages', () =>
    step(
      { root, toolchain, log: logFile(root, 'install-test-build') },
      '@backstage/cli',
      'backstage-cli',
      ['repo', 'build'],
    ),
  );
  await steps.run('Packing them as they would be published', async () => {
    tarballs = await packAll({ root, toolchain, packages, into });
    return `${packages.length} packages`;
  });
  await steps.run('What is in the tarballs', () =>
    checkTarballs({ root, packages, tarballs, into }),
  );
  return {
    tarballs,
    ranges: rangesOf(packages),
    resolutions: JSON.parse(readFileSync(RESOLUTIONS, 'utf8')),
  };
}

/** What `yarn add` would write: for our packages, and for what they use. */
function rangesOf(packages) {
  return Object.assign(
    {},
    ...packages.map(({ source }) => source.dependencies),
    ...packages.map(({ name, source }) => ({ [name]: `^${source.version}` })),
  );
}

async function inNewFrontendSystem(context, steps, app) {
  const guide = guideIn(context.root, 'install.md');

  await steps.run('A fresh app', () => fresh(app));
  await steps.run('The steps of docs/install.md', () => follow(app, guide));
  await steps.run('Installing the app', () => app.install());
  await steps.run('Types of the app', () => app.checkTypes());
  await steps.run('Building the app', () => app.build());
  await steps.run('Pages of the app in a browser', () =>
    withPortal(context, app, 'portal', seesSuite),
  );

  await steps.run('Removing the suite again', async () => {
    app.undo();
    app.configure('app-config.yaml', location('after-removal.yaml'));
    await app.install();
    await app.checkTypes();
    await app.build();
  });
  await steps.run('Pages of the app without the suite', () =>
    withPortal(context, app, 'portal-without', seesCatalogWithoutSuite),
  );
}

async function inOldFrontendSystem(context, steps, app) {
  const guide = [
    ...guideIn(context.root, 'install.md'),
    ...guideIn(context.root, 'install-legacy.md'),
  ];

  await steps.run('A fresh app of the old frontend system', () =>
    fresh(app, { legacy: true }),
  );
  await steps.run('The steps of docs/install-legacy.md', () =>
    follow(app, guide),
  );
  await steps.run('Installing that app', () => app.install());
  await steps.run('Types of that app', () => app.checkTypes());
  await steps.run('Building that app', () => app.build());
  await steps.run('Pages of that app in a browser', () =>
    withPortal(context, app, 'legacy-portal', seesSuite),
  );
}

async function seesSuite(visit) {
  await seesDataProducts(visit);
  await seesTemplate(visit);
}

/** An app with a data product registered, which nobody can read yet. */
async function fresh(app, options) {
  await app.create(options);
  app.configure('app-config.yaml', location('catalog-info.yaml'));
}

function follow(app, guide) {
  app.follow(guide);
  return `${guide.length} steps`;
}

function guideIn(root, page) {
  return readGuide(
    readFileSync(join(root, 'docs', page), 'utf8'),
    `docs/${page}`,
  );
}

function location(file) {
  return JSON.stringify({
    catalog: { locations: [{ type: 'file', target: join(DATA, file) }] },
  });
}

function temporaryFolder(keep, say) {
  const folder = realpathSync(
    mkdtempSync(join(tmpdir(), 'data-mesh-install-')),
  );
  if (keep) {
    say(`Everything is kept in ${folder}.`);
    return { folder, remove: () => {} };
  }
  const unwatch = watch('folder', folder);
  const remove = () => {
    say('Removing what was made.');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    unwatch();
  };
  const forget = onStop(remove);
  return {
    folder,
    remove: () => {
      forget();
      remove();
    },
  };
}
