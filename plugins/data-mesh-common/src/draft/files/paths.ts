/**
 * The path of a file as another one names it, `./contracts/orders.odcs.yaml`;
 * undefined for an address elsewhere, and for a way out of the folder.
 */
export function resolvePath(from: string, target: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('/')) {
    return undefined;
  }
  const steps = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) {
        return undefined;
      }
    } else if (step !== '.' && step !== '') {
      steps.push(step);
    }
  }
  return steps.join('/');
}
