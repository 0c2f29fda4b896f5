/** A name like the given one that none of the others has. */
export function freeName(
  like: string,
  others: readonly { name: string }[],
): string {
  const taken = new Set(others.map(({ name }) => name));
  let name = like;
  for (let number = 2; taken.has(name); number++) {
    name = `${like}-${number}`;
  }
  return name;
}
