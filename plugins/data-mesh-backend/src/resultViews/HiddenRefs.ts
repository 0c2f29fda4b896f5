import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { Visibility } from '../visibility/Visibility';

const REF =
  /\b(?:dataproduct|domain|group|user|system|component|resource|api):[\w.-]+\/[\w.-]*\w/gi;

/** Stands in a text for what the reader may not know of. */
const LEFT_OUT = '…';

/** Takes out of texts and values what names entities that are hidden. */
export class HiddenRefs {
  readonly #hidden: ReadonlySet<string>;

  private constructor(hidden: ReadonlySet<string>) {
    this.#hidden = hidden;
  }

  /** Looks up, in one statement at most, which refs in values are hidden. */
  static async in(
    knex: Knex,
    values: Iterable<unknown>,
    visibility: Visibility,
  ): Promise<HiddenRefs> {
    if (visibility === 'all') {
      return new HiddenRefs(new Set());
    }
    const named = new Set([...values].flatMap(refsIn));
    const unseen = [...named].filter(ref => !visibility.has(ref));
    const rows = unseen.length
      ? await knex('subjects').select('ref').where(isAmong(knex, 'ref', unseen))
      : [];
    return new HiddenRefs(new Set(rows.map(({ ref }) => ref)));
  }

  text<T extends string | undefined>(text: T): T {
    if (text === undefined || this.#hidden.size === 0) {
      return text;
    }
    return text.replace(REF, ref =>
      this.#isHidden(ref) ? LEFT_OUT : ref,
    ) as T;
  }

  /**
   * A value without what it says of hidden entities: items of lists are left
   * out, anything else that names one is not told.
   */
  value(value: unknown): unknown {
    if (Array.isArray(value)) {
      return value.filter(item => !this.#names(item));
    }
    return this.#names(value) ? null : value;
  }

  #names(value: unknown): boolean {
    return refsIn(value).some(ref => this.#hidden.has(ref));
  }

  #isHidden(ref: string): boolean {
    return this.#hidden.has(ref.toLocaleLowerCase('en-US'));
  }
}

function refsIn(value: unknown): string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  return [...text.matchAll(REF)].map(([ref]) => ref.toLocaleLowerCase('en-US'));
}
