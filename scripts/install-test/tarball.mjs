/** What only we need: tests, their helpers, sources, reports. */
const NOT_FOR_OTHERS =
  /\.(test|stories)\.|(^|\/)(__\w+__|testing|coverage|node_modules)\/|^(src|dev|dist-types)\/|^report.*\.md$|\.tsx?$/;
const DECLARATIONS = /\.d\.ts$/;
const DEPENDENCIES = [
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
];
const LOCAL_RANGE = /^(workspace|link|portal|file|patch):/;

/**
 * What is wrong with a package as it would be published, in sentences.
 *
 * @param source - its package.json in the repository
 * @param data - its files beside the code, such as migrations, by their paths
 * @param packed - its package.json in the tarball
 * @param files - all files of the tarball, with `read` for their text
 * @param versions - the versions of all our packages, by name
 */
export function tarballProblems({
  source,
  data = [],
  packed,
  files,
  read,
  versions,
}) {
  const problems = [];
  const expect = (holds, sentence) => holds || problems.push(sentence);
  const inside = path => path.replace(/^\.\//, '');
  const has = path => files.includes(inside(path));

  expect(has('README.md'), 'README.md is missing');
  expect(packed.license === 'Apache-2.0', 'it names no licence');
  files
    .filter(
      file =>
        NOT_FOR_OTHERS.test(file) &&
        !(file.startsWith('dist/') && DECLARATIONS.test(file)),
    )
    .forEach(file => expect(false, `${file} is not for others`));

  for (const [path, target] of Object.entries(source.exports)) {
    const built = packed.exports?.[path];
    if (path === './package.json') {
      expect(built === target, 'package.json cannot be imported');
    } else {
      expect(built?.types, `the export ${path} has no types`);
      Object.entries(built ?? {})
        .filter(([condition]) => condition !== 'backstage')
        .forEach(([condition, file]) =>
          expect(has(file), `the export ${path} (${condition}) lacks ${file}`),
        );
      expect(
        !built?.types ||
          !has(built.types) ||
          /\bexport\b/.test(read(inside(built.types))),
        `the types of ${path} are empty`,
      );
    }
  }
  for (const field of ['main', 'types']) {
    expect(packed[field] && has(packed[field]), `${field} names no file`);
  }

  if (source.configSchema) {
    expect(
      packed.configSchema === 'config.schema.json' &&
        has('config.schema.json') &&
        hasProperties(read('config.schema.json')),
      'its configuration schema was not made',
    );
  }
  data.forEach(file => expect(has(file), `${file} is missing`));
  if (source.backstage?.role?.startsWith('backend-plugin')) {
    expect(
      packed.backstage?.features?.['.'] === '@backstage/BackendFeature',
      'its default export is no backend feature',
    );
  }

  for (const field of DEPENDENCIES) {
    for (const [name, range] of Object.entries(packed[field] ?? {})) {
      expect(
        !LOCAL_RANGE.test(range),
        `${field} has ${name} as ${range}, which means nothing elsewhere`,
      );
      expect(
        !versions[name] ||
          field === 'devDependencies' ||
          range === `^${versions[name]}`,
        `${field} has ${name} as ${range}, not ^${versions[name]}`,
      );
    }
  }
  return problems;
}

function hasProperties(text) {
  try {
    return Object.keys(JSON.parse(text).properties ?? {}).length > 0;
  } catch {
    return false;
  }
}
