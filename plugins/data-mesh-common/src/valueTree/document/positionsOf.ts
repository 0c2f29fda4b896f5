type Sibling = { id: string; position?: number };

/**
 * Positions for siblings that are to be in this order. Who is in order already
 * stays; who is new, or out of order, is put after the one before, and before
 * the next that can stay.
 *
 * @param siblings - with the position of those that have one
 * @param end - behind which they are put if none has one
 */
export function positionsOf(
  siblings: readonly Sibling[],
  end: number,
): Map<string, number> {
  const positions = new Map<string, number>();
  let last: number | undefined;
  siblings.forEach(({ id, position }, at) => {
    const floor = last ?? -Infinity;
    if (position !== undefined && position > floor) {
      last = position;
    } else {
      const next = siblings
        .slice(at + 1)
        .find(one => one.position !== undefined && one.position > floor);
      last = between(last, next?.position, end);
    }
    positions.set(id, last);
  });
  return positions;
}

function between(
  after: number | undefined,
  before: number | undefined,
  end: number,
): number {
  if (after === undefined) {
    return (before ?? end + 2) - 1;
  }
  const middle = before === undefined ? after + 1 : (after + before) / 2;
  // Too close for a number between: those behind move on.
  return middle > after ? middle : after + 1;
}
