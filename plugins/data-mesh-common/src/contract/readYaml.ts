import {
  Alias,
  Document,
  LineCounter,
  Node,
  ParsedNode,
  YAMLParseError,
  isMap,
  isNode,
  isScalar,
  parseAllDocuments,
  visit,
} from 'yaml';
import { Problems } from './Problems';

/** The largest text that is read. */
const MAX_BYTES = 1024 * 1024;

/** More aliases than this are taken for an attack. */
const MAX_ALIASES = 100;

const TOO_DEEP = 'The text is nested too deeply.';

/** A YAML text whose syntax holds, with all that is needed to walk it. */
export type YamlText = {
  root: ParsedNode | null;
  aliases: Map<Alias, Node>;
};

/**
 * Parses the first document of a YAML text.
 *
 * Keys that are written twice do not stop the reading: the last one wins, and
 * a problem says so. They are looked for here because the parser's own check
 * takes time by the square of the number of keys.
 *
 * @returns undefined when nothing can be read; the problems say why
 */
export function readYaml(
  text: string,
  lines: LineCounter,
  problems: Problems,
): YamlText | undefined {
  if (new TextEncoder().encode(text).length > MAX_BYTES) {
    problems.add('The text is larger than 1 MiB, so it was not read.');
    return undefined;
  }
  try {
    const documents = parseAllDocuments(text, {
      strict: true,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: lines,
    });
    const [first, second] = Array.isArray(documents) ? documents : [];
    if (!first) {
      problems.add('The text is empty.');
      return undefined;
    }
    if (first.errors.length) {
      reportErrors(first.errors, problems);
      return undefined;
    }
    for (const warning of first.warnings) {
      problems.add(sentence(warning.message), { offset: warning.pos[0] });
    }
    if (second) {
      problems.add(
        `Only the first of ${documents.length} documents was read.`,
        { offset: second.range[0] },
      );
    }
    const aliases = survey(first, problems);
    return aliases && { root: first.contents, aliases };
  } catch (error) {
    const message =
      error instanceof RangeError ? TOO_DEEP : `It says: ${String(error)}`;
    problems.add(`The text could not be read. ${message}`);
    return undefined;
  }
}

function reportErrors(errors: readonly YAMLParseError[], problems: Problems) {
  for (const { message, pos } of errors) {
    const tooDeep = message.startsWith('RangeError');
    problems.add(tooDeep ? TOO_DEEP : sentence(message), { offset: pos[0] });
    // What the parser says after its stack was exhausted is only noise.
    if (tooDeep) {
      return;
    }
  }
}

/** Reports repeated keys and finds what each alias stands for. */
function survey(document: Document.Parsed, problems: Problems) {
  const anchors = new Map<string, Node>();
  const aliases = new Map<Alias, Node>();
  let aliasCount = 0;
  let sound = true;

  visit(document, {
    Node(_key, node) {
      if (isMap(node)) {
        reportRepeatedKeys(node.items, problems);
      }
      if ('anchor' in node && node.anchor) {
        anchors.set(node.anchor, node);
      }
    },
    Alias(_key, node) {
      aliasCount += 1;
      const target = anchors.get(node.source);
      if (target) {
        aliases.set(node, target);
      } else {
        sound = false;
        problems.add(
          `The alias *${node.source} stands for nothing: no anchor &${node.source} comes before it.`,
          { offset: node.range?.[0] },
        );
      }
    },
  });

  if (aliasCount > MAX_ALIASES) {
    problems.add(
      `The text has ${aliasCount} aliases; at most ${MAX_ALIASES} are read.`,
    );
    return undefined;
  }
  return sound ? aliases : undefined;
}

function reportRepeatedKeys(
  items: readonly { key: unknown }[],
  problems: Problems,
) {
  const seen = new Set<unknown>();
  for (const { key } of items) {
    const name = isScalar(key) ? key.value : undefined;
    if (name === undefined) {
      continue;
    }
    if (seen.has(name)) {
      problems.add(`The key “${name}” is written twice; the last one counts.`, {
        offset: isNode(key) ? key.range?.[0] : undefined,
      });
    }
    seen.add(name);
  }
}

function sentence(message: string): string {
  const trimmed = message.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
