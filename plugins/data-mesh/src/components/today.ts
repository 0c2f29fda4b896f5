/** Today, as date fields write it, UTC. */
export function today(offset: number = 0): string {
  const time = Date.now() + offset * 24 * 60 * 60 * 1000;
  return new Date(time).toISOString().slice(0, 10);
}
