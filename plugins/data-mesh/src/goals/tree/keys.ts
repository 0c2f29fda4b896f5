import { Row } from './rows';

/** What a key does in a tree, as in the pattern of WAI-ARIA. */
export type KeyAct =
  | { go: string }
  | { fold: string; isOpen: boolean }
  | { unfoldSiblings: true }
  | { choose: string };

/** What a key does while a row has the focus; undefined: nothing. */
export function actOfKey(
  rows: readonly Row[],
  index: number,
  key: string,
): KeyAct | undefined {
  const row = rows[index];
  const go = (to: Row | undefined) => to && { go: to.node.id };
  if (!row) {
    return undefined;
  }
  switch (key) {
    case 'ArrowDown':
      return go(rows[index + 1]);
    case 'ArrowUp':
      return go(rows[index - 1]);
    case 'Home':
      return go(rows[0]);
    case 'End':
      return go(rows[rows.length - 1]);
    case 'ArrowRight':
      if (row.isOpen === undefined) {
        return undefined;
      }
      return row.isOpen
        ? go(rows[index + 1])
        : { fold: row.node.id, isOpen: true };
    case 'ArrowLeft':
      return row.isOpen
        ? { fold: row.node.id, isOpen: false }
        : go(rows.slice(0, index).findLast(({ level }) => level < row.level));
    case '*':
      return { unfoldSiblings: true };
    case 'Enter':
    case ' ':
      return { choose: row.node.id };
    default:
      return key.length === 1 ? go(startingWith(rows, index, key)) : undefined;
  }
}

/** The next row, from the top again after the last, whose title begins so. */
function startingWith(
  rows: readonly Row[],
  index: number,
  letter: string,
): Row | undefined {
  const wanted = letter.toLocaleLowerCase();
  return [...rows.slice(index + 1), ...rows.slice(0, index)].find(({ node }) =>
    node.title.trim().toLocaleLowerCase().startsWith(wanted),
  );
}
