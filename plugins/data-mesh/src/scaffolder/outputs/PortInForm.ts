import {
  ContractObjectDraft,
  OutputPortDraft,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * An output port as the form holds it: with an id that stays while its name
 * changes. The draft's schema drops the id.
 */
export type PortInForm = OutputPortDraft & { id?: string };

/** The objects of a contract in place of those that it has. */
export function withObjects(
  port: PortInForm,
  objects: ContractObjectDraft[],
): PortInForm {
  return { ...port, contract: { ...port.contract, objects } };
}

let made = 0;

/** An id that no other port of this visit has. */
export function newPortId(): string {
  made += 1;
  return `port-${Date.now().toString(36)}-${made}`;
}
