import {
  Document,
  LineCounter,
  Scalar,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from 'yaml';
import { DocumentProblem, Path, Place, PlaceOf } from './DocumentProblem';

/** The largest rule set that is read; the default sets have a tenth of it. */
const MAX_CHARACTERS = 500_000;

/** More aliases than this are taken for an attack. */
const MAX_ALIASES = 100;

/** A text read as YAML, and where its values are written. */
export type YamlReading = {
  value?: unknown;
  placeOf: PlaceOf;
  /** True where a number is written with a point or an exponent, as 1.0. */
  isDecimalAt(path: Path): boolean;
  problems: DocumentProblem[];
};

/** Reads one YAML document; its syntax errors are told with their lines. */
export function readYaml(
  text: string,
  file: string,
  maxCharacters: number = MAX_CHARACTERS,
): YamlReading {
  const unread = (problems: DocumentProblem[]): YamlReading => ({
    placeOf: () => ({ file }),
    isDecimalAt: () => false,
    problems,
  });
  if (text.length > maxCharacters) {
    return unread([
      {
        file,
        message: `The text is longer than ${maxCharacters} characters, so it was not read.`,
      },
    ]);
  }
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      // A second document is an error, too, unless all is silent.
      logLevel: 'error',
    });
    const wrong = document.errors.map(({ message, pos }) => ({
      offset: pos[0],
      message,
    }));
    const all = wrong.length ? wrong : wrongAliases(document);
    if (all.length) {
      return unread(
        all.map(({ offset, message }) => ({
          ...placeAt(offset),
          message: `The YAML cannot be read: ${message}`,
        })),
      );
    }
    return {
      value: document.toJS({ maxAliasCount: MAX_ALIASES }),
      placeOf: path => {
        const { offset, isBlock } = find(document, path);
        const place = placeAt(offset);
        // The text of a block starts on the line below its “|”.
        return isBlock
          ? { file, line: (place.line ?? 0) + 1, column: 1 }
          : place;
      },
      isDecimalAt: path => isDecimal(document.getIn(path, true)),
      problems: [],
    };
  } catch (error) {
    const { message = error } = error as { message?: string };
    return unread([{ file, message: `The YAML cannot be read: ${message}` }]);
  }
}

/** Aliases without an anchor, and those beyond what a person would write. */
function wrongAliases(document: Document.Parsed) {
  const wrong: { offset: number; message: string }[] = [];
  let count = 0;
  visit(document, {
    Alias(_key, node) {
      count += 1;
      const offset = startOf(node) ?? 0;
      if (count > MAX_ALIASES) {
        wrong.push({
          offset,
          message: `There are over ${MAX_ALIASES} aliases.`,
        });
        return visit.BREAK;
      }
      if (!node.resolve(document)) {
        wrong.push({
          offset,
          message: `No anchor &${node.source} comes before the alias.`,
        });
      }
      return undefined;
    },
  });
  return wrong;
}

/**
 * Where the value of a path starts; of a key that is not there, where the
 * group starts that lacks it.
 */
function find(document: Document.Parsed, path: Path) {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const key of path) {
    if (!isCollection(node)) {
      break;
    }
    const pair = isMap(node)
      ? node.items.find(item => isScalar(item.key) && item.key.value === key)
      : undefined;
    const next = node.get(key, true);
    if (next === undefined && !pair) {
      break;
    }
    node = next;
    offset = startOf(next) ?? startOf(pair?.key) ?? offset;
  }
  const isBlock =
    isScalar(node) &&
    (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED);
  return { offset, isBlock };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function isDecimal(node: unknown): boolean {
  if (isSeq(node)) {
    return node.items.some(isDecimal);
  }
  if (isMap(node)) {
    return node.items.some(({ value }) => isDecimal(value));
  }
  return (
    isScalar(node) &&
    typeof node.value === 'number' &&
    /[.e]/i.test(node.source ?? '')
  );
}
