import { Problem } from '../launcher/problem.mjs';

/**
 * Reads what a page of the documentation tells to do: the code blocks of its
 * numbered sections (`## 1. ...`), in their order. Other sections may hold
 * examples; in a numbered one, a block that is no step is a mistake.
 *
 * | Block  | Step                                                           |
 * | ------ | -------------------------------------------------------------- |
 * | `sh`   | `yarn --cwd <folder> add <packages>`, `cp -r <clone>/<a> <b>`  |
 * | `ts`   | lines of the backend, below a comment with the file's name     |
 * | `yaml` | configuration, below a comment with the file's name            |
 * | `diff` | lines to add, among lines that are there; first the file's name |
 */
export function readGuide(markdown, page) {
  return blocksOf(markdown).flatMap(({ language, lines, line }) => {
    const steps = readers[language]?.(lines);
    if (!steps) {
      throw new Problem(
        `${page}, line ${line}: nobody can follow this block word for word; what is only an example belongs below a heading without a number.`,
      );
    }
    return steps;
  });
}

/** Where a page's guide expects a clone of this repository. */
export const CLONE = '../backstage-data-mesh/';

function blocksOf(markdown) {
  const blocks = [];
  let inSteps = false;
  let block;
  markdown.split(/\r?\n/).forEach((text, index) => {
    const fence = text.match(/^```(\w*)/);
    if (block && fence) {
      blocks.push(block);
      block = undefined;
    } else if (block) {
      block.lines.push(text);
    } else if (fence) {
      block = { language: fence[1], lines: [], line: index + 1, inSteps };
    } else if (/^## /.test(text)) {
      inSteps = /^## \d+\. /.test(text);
    }
  });
  return blocks.filter(found => found.inSteps);
}

const readers = {
  __proto__: null,
  sh: lines => all(commandsOf(lines).map(readCommand)),
  ts: lines => withFile('backend', /^\/\/ (\S+\.tsx?)$/, lines),
  yaml: lines => withFile('config', /^# (\S+\.yaml)\b/, lines),
  diff: lines => withFile('diff', /^ ?\/\/ (\S+\.tsx?)$/, lines),
};

function withFile(kind, comment, [first, ...rest]) {
  const file = first?.match(comment)?.[1];
  return file && [{ kind, file, text: rest.join('\n').trimEnd() }];
}

function commandsOf(lines) {
  return lines
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter(command => command.trim());
}

function readCommand(command) {
  const [program, ...words] = command.trim().split(/\s+/);
  if (program === 'yarn' && words[0] === '--cwd' && words[2] === 'add') {
    return { kind: 'add', folder: words[1], packages: words.slice(3) };
  }
  const [option, from, to] = words;
  if (program === 'cp' && option === '-r' && to && from.startsWith(CLONE)) {
    return { kind: 'copy', from: from.slice(CLONE.length), to };
  }
  return undefined;
}

function all(steps) {
  return steps.every(Boolean) ? steps : undefined;
}
