import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const src = join(__dirname, '..');

/** The files that a file of this package leads to, and the packages it uses. */
function reach(entry: string) {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) {
      return;
    }
    files.add(file);
    for (const name of importsOf(readFileSync(file, 'utf8'))) {
      if (name.startsWith('.')) {
        visit(resolve(join(dirname(file), name)));
      } else {
        packages.add(
          name
            .split('/')
            .slice(0, name[0] === '@' ? 2 : 1)
            .join('/'),
        );
      }
    }
  };
  visit(join(src, entry));
  return { files: [...files].map(file => relative(src, file)), packages };
}

/** Types are gone when the code runs, so their imports do not count. */
function importsOf(text: string): string[] {
  const statements =
    /^(?:import|export)\s(?!type\b)(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]/gm;
  return [...text.matchAll(statements)].map(match => match[1] ?? match[2]);
}

function resolve(path: string): string {
  const found = [path, `${path}.ts`, join(path, 'index.ts')].find(
    candidate => /\.(ts|json)$/.test(candidate) && existsSync(candidate),
  );
  if (!found) {
    throw new Error(`Nothing is found at ${path}.`);
  }
  return found;
}

describe('the way in for the browser', () => {
  const carried = ['@marcbachmann/cel-js', 're2js'];

  it('leads to no rule engine', () => {
    const { files, packages } = reach('index.ts');
    expect(files).toContain('results/levelOf.ts');
    expect(files.filter(file => file.startsWith('rules/'))).toEqual([]);
    for (const name of [...carried, 'ajv']) {
      expect(packages).not.toContain(name);
    }
  });

  it('is the only one that does not', () => {
    const { files, packages } = reach('rules/index.ts');
    expect(files).toContain('rules/evaluate/evaluate.ts');
    for (const name of carried) {
      expect(packages).toContain(name);
    }
  });
});
