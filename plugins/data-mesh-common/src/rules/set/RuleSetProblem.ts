import {
  DocumentProblem,
  Path,
  PlaceOf,
  problemAt,
} from '../../yaml/DocumentProblem';

/**
 * Why a rule set is refused, in words, and where to look.
 *
 * @public
 */
export interface RuleSetProblem extends DocumentProblem {
  /** The id of the rule, where it is about one. */
  rule?: string;
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
    const inRule = path[0] === 'rules' && typeof path[1] === 'number';
    const rule = inRule ? this.#ruleAt(path[1] as number) : undefined;
    this.list.push({
      ...problemAt(this.#placeOf, path, message, {
        lines,
        from: rule ? 2 : 0,
      }),
      ...(rule ? { rule } : {}),
    });
  }
}
