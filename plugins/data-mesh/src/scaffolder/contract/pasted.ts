import { ContractSource } from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * What was pasted, by port, so that going back and forth in the form loses
 * nothing. It lives as long as the form's own state does, in memory: samples
 * may hold personal data, which has no business in the browser's storage, nor
 * in the values that a task is stored with.
 */
const pasted = new Map<string, ContractSource>();
const MAX_KEPT = 20;

export function pastedFor(portId: string | undefined) {
  return portId === undefined ? undefined : pasted.get(portId);
}

export function keepPasted(portId: string | undefined, source: ContractSource) {
  if (portId === undefined) {
    return;
  }
  pasted.delete(portId);
  if (source.text) {
    pasted.set(portId, source);
  }
  const [oldest] = pasted.keys();
  if (pasted.size > MAX_KEPT) {
    pasted.delete(oldest);
  }
}
