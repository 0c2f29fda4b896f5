import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { Problem } from '../launcher/problem.mjs';

const START = 'backend.start();';

/** Adds lines to a backend's index.ts, before it starts. */
export function addToBackend(source, lines) {
  const parts = source.split(START);
  if (parts.length !== 2) {
    throw new Problem(
      `The backend's index.ts has no single line \`${START}\` to add lines before.`,
    );
  }
  return `${parts[0]}${lines}\n\n${START}${parts[1]}`;
}

/**
 * Adds configuration as a person would: into what is there, lists getting
 * longer, comments staying.
 */
export function mergeConfig(source, addition) {
  const document = parseDocument(source);
  const more = parseDocument(addition);
  const [error] = [...document.errors, ...more.errors];
  if (error) {
    throw new Problem(`The configuration is not YAML: ${error.message}`);
  }
  document.contents = merged(document.contents, more.contents);
  return document.toString();
}

function merged(node, more) {
  if (isMap(node) && isMap(more)) {
    for (const { key, value } of more.items) {
      node.set(key, merged(node.get(key.value, true), value));
    }
    return node;
  }
  if (isSeq(node) && isSeq(more)) {
    const known = node.items.filter(isScalar).map(item => item.value);
    node.items.push(
      ...more.items.filter(
        item => !(isScalar(item) && known.includes(item.value)),
      ),
    );
    return node;
  }
  return more;
}

/**
 * Adds the lines with a plus and takes those with a minus away. The latter, and
 * the lines around them, have to be there, in that order, however indented.
 */
export function applyDiff(source, diff, file) {
  const lines = source.split('\n');
  let at = 0;
  for (const line of diff.split('\n').filter(Boolean)) {
    const text = line.slice(1);
    if (line[0] === '+') {
      lines.splice(at, 0, text);
      at += 1;
    } else {
      at = place(lines, at, text);
      if (at < 0) {
        throw new Problem(`${file} has no line \`${text.trim()}\`.`);
      }
      if (line[0] === '-') {
        lines.splice(at - 1, 1);
        at -= 1;
      }
    }
  }
  return lines.join('\n');
}

function place(lines, from, text) {
  const found = lines.findIndex(
    (line, index) => index >= from && line.trim() === text.trim(),
  );
  return found < 0 ? found : found + 1;
}
