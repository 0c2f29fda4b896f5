import { Entity } from '@backstage/catalog-model';
import { dataProductProblem, DataProductProblem } from './DataProductProblem';
import { describeValue } from './paths';

/** What the catalog leaves out when it indexes an entity for its search. */
const NOT_INDEXED = new Set([
  'attachments',
  'relations',
  'status',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'metadata.etag',
]);

/** What the catalog adds to that index itself. */
const ALWAYS_INDEXED = ['metadata.name', 'metadata.namespace', 'metadata.uid'];

class KeyWalk {
  readonly problems: DataProductProblem[] = [];
  readonly #path: (string | number)[] = [];
  readonly #index = new Map(
    ALWAYS_INDEXED.map(key => [key.toLowerCase(), key]),
  );
  readonly #words = new Set<string>();

  /**
   * @param at - the name under which the catalog indexes the value
   * @param report - false below a key that is reported already
   */
  visit(value: unknown, at: string, report: boolean) {
    if (NOT_INDEXED.has(at)) {
      return;
    }
    if (Array.isArray(value)) {
      this.#visitList(value, at, report);
    } else if (typeof value === 'object' && value !== null) {
      this.#visitObject(value, at, report);
    } else {
      this.#checkText(value);
      this.#addToIndex(at, report);
    }
  }

  #visitList(list: unknown[], at: string, report: boolean) {
    for (const [i, item] of list.entries()) {
      this.#path.push(i);
      this.visit(item, at, report);
      if (typeof item === 'string') {
        const word = `${at}.${item}`;
        const lower = word.toLowerCase();
        if (!this.#words.has(lower)) {
          this.#words.add(lower);
          this.#addToIndex(word, report);
        }
      }
      this.#path.pop();
    }
  }

  #visitObject(object: object, at: string, report: boolean) {
    const spellings = new Map<string, string>();
    for (const [key, value] of Object.entries(object)) {
      this.#path.push(key);
      const lower = key.toLowerCase();
      const other = spellings.get(lower);
      if (other !== undefined && report) {
        this.#report(
          `the keys ${describeValue(other)} and ${describeValue(key)}`,
        );
      }
      spellings.set(lower, other ?? key);
      this.#checkText(key);
      this.visit(
        value,
        at ? `${at}.${key}` : key,
        report && other === undefined,
      );
      this.#path.pop();
    }
  }

  #addToIndex(at: string, report: boolean) {
    const lower = at.toLowerCase();
    const other = this.#index.get(lower);
    if (other === undefined) {
      this.#index.set(lower, at);
    } else if (other !== at && report) {
      this.#report(
        `${describeValue(at)}, elsewhere written ${describeValue(other)}`,
      );
    }
  }

  #report(found: string) {
    this.problems.push(
      dataProductProblem('E5', this.#path, {
        found,
        allowed: 'one spelling of a key, as the catalog ignores case',
        fix: 'Write the key the same way everywhere, or remove one.',
      }),
    );
  }

  #checkText(text: unknown) {
    if (typeof text === 'string' && text.includes('\u0000')) {
      this.problems.push(
        dataProductProblem('E1', this.#path, {
          found: describeValue(text),
          allowed: 'text without the character U+0000',
          fix: 'Remove that character; databases cannot store it.',
        }),
      );
    }
  }
}

/**
 * A cheap look that clears nearly every entity, as this runs each time the
 * catalog processes one: names that all differ in more than case cannot
 * collide, however they are joined.
 */
function isBeyondDoubt(entity: Entity): boolean {
  const names = new Map<string, string>();
  // Whether no other name differs from it in nothing but case.
  const isAlone = (name: string): boolean => {
    if (name.includes('.')) {
      return name.split('.').every(isAlone);
    }
    const lower = name.toLowerCase();
    const other = names.get(lower);
    if (other === undefined) {
      names.set(lower, name);
      // Beyond ASCII, a letter's lower case may depend on its neighbours.
      // eslint-disable-next-line no-control-regex
      return /^[\u0001-\u007f]*$/.test(name);
    }
    return other === name;
  };
  const isClear = (value: unknown): boolean => {
    if (typeof value === 'string') {
      return !value.includes('\u0000');
    }
    if (Array.isArray(value)) {
      return value.every(
        item => (typeof item !== 'string' || isAlone(item)) && isClear(item),
      );
    }
    if (typeof value === 'object' && value !== null) {
      for (const key of Object.keys(value)) {
        if (
          !isAlone(key) ||
          !isClear((value as Record<string, unknown>)[key])
        ) {
          return false;
        }
      }
    }
    return true;
  };
  return ALWAYS_INDEXED.every(isAlone) && isClear(entity);
}

/**
 * Finds keys that differ only in case (E5), and characters that no database
 * takes (E1).
 *
 * The catalog accepts an entity with such keys and then fails to index it, so
 * that it never appears and nobody is told. Its index joins keys with dots and
 * leaves out positions in lists, so keys can collide across a list's items.
 */
export function checkKeys(entity: Entity): DataProductProblem[] {
  if (isBeyondDoubt(entity)) {
    return [];
  }
  const walk = new KeyWalk();
  walk.visit(entity, '', true);
  return walk.problems;
}
