/** Keys and indices that lead to a value in a rule set. */
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

/** Tells where a value of a rule set is written. */
export type PlaceOf = (path: Path) => Place;

/**
 * Why a rule set is refused, in words, and where to look.
 *
 * @public
 */
export interface RuleSetProblem extends Place {
  message: string;
  /** The id of the rule, where it is about one. */
  rule?: string;
  /** The field, such as `pass` or `severity[0].when`. */
  field?: string;
}

/**
 * A problem on one line: `set.yaml:12: rule owner-is-a-live-team, pass: …`.
 *
 * @public
 */
export function tellRuleSetProblem(problem: RuleSetProblem): string {
  const { file, line, column, rule, field, message } = problem;
  const place = [file, line, column].filter(part => part !== undefined);
  const about = [rule && `rule ${rule}`, field].filter(Boolean).join(', ');
  return [place.join(':'), about, message].filter(Boolean).join(': ');
}

/** Collects what is wrong with a rule set. */
export class RuleSetProblems {
  readonly list: RuleSetProblem[] = [];
  readonly #placeOf: PlaceOf;
  readonly #ruleAt: (index: number) => string | undefined;

  constructor(
    placeOf: PlaceOf,
    ruleAt: (index: number) => string | undefined = () => undefined,
  ) {
    this.#placeOf = placeOf;
    this.#ruleAt = ruleAt;
  }

  /** @param lines - how many lines below the start of the value it is */
  add(path: Path, message: string, lines: number = 0) {
    const place = this.#placeOf(path);
    const inRule = path[0] === 'rules' && typeof path[1] === 'number';
    const rule = inRule ? this.#ruleAt(path[1] as number) : undefined;
    const field = tellPath(rule ? path.slice(2) : path);
    this.list.push({
      ...place,
      ...(place.line && lines ? { line: place.line + lines, column: 1 } : {}),
      ...(rule ? { rule } : {}),
      ...(field ? { field } : {}),
      message,
    });
  }
}

function tellPath(path: Path): string {
  return path.reduce<string>((told, key) => {
    if (typeof key === 'number') {
      return `${told}[${key}]`;
    }
    return told ? `${told}.${key}` : key;
  }, '');
}
