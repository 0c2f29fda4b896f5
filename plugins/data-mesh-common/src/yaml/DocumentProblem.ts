/** Keys and indices that lead to a value in a document. */
export type Path = readonly (string | number)[];

/**
 * Where something is written: a file, with line and column from 1, or a place
 * in the configuration, which has no lines.
 *
 * @public
 */
export interface Place {
  file: string;
  line?: number;
  column?: number;
}

/** Tells where a value of a document is written. */
export type PlaceOf = (path: Path) => Place;

/**
 * What is wrong with a document, in words, and where to look.
 *
 * @public
 */
export interface DocumentProblem extends Place {
  message: string;
  /** The field, such as `pass` or `severity[0].when`. */
  field?: string;
}

/** Collects what is wrong with a document. */
export class DocumentProblems {
  readonly list: DocumentProblem[] = [];
  readonly #placeOf: PlaceOf;

  constructor(placeOf: PlaceOf) {
    this.#placeOf = placeOf;
  }

  /** @param lines - how many lines below the start of the value it is */
  add(path: Path, message: string, lines: number = 0) {
    this.list.push(problemAt(this.#placeOf, path, message, { lines }));
  }
}

/**
 * @param options - `lines`: how many lines below the start of the value it is;
 * `from`: how much of the path goes without saying
 */
export function problemAt(
  placeOf: PlaceOf,
  path: Path,
  message: string,
  { lines = 0, from = 0 }: { lines?: number; from?: number } = {},
): DocumentProblem {
  const place = placeOf(path);
  const field = tellPath(path.slice(from));
  return {
    ...place,
    ...(place.line && lines ? { line: place.line + lines, column: 1 } : {}),
    ...(field ? { field } : {}),
    message,
  };
}

function tellPath(path: Path): string {
  return path.reduce<string>((told, key) => {
    if (typeof key === 'number') {
      return `${told}[${key}]`;
    }
    return told ? `${told}.${key}` : key;
  }, '');
}
