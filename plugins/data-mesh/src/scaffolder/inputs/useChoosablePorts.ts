import {
  DataProductEntityV1alpha1,
  isDataProductEntity,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntityByRef } from '../search/useEntitySearch';

/** A port of another product, as an input may name it. */
export type ChoosablePort = {
  sourcePort?: string;
  type?: string;
  version?: string;
  contract?: string;
  contractTitle?: string;
};

/** The output ports of a product that one may still start with. */
export function useChoosablePorts(ref: string): {
  choosable?: ChoosablePort[];
  error?: Error;
} {
  const { data, error } = useEntityByRef(ref);
  if (!data) {
    return { error: error ?? undefined };
  }
  const ports = isDataProductEntity(data) ? portsOf(data) : [];
  return { choosable: ports.length ? ports : [{}] };
}

function portsOf(product: DataProductEntityV1alpha1): ChoosablePort[] {
  return (product.spec.outputPorts ?? [])
    .filter(({ deprecated }) => !deprecated)
    .map(({ name, type, version, contract }) => ({
      sourcePort: name,
      type,
      version,
      ...(contract?.ref &&
        contractOf(contract.ref, product.metadata.namespace)),
    }));
}

/** The entity of a contract, unless its ref cannot be read. */
function contractOf(written: string, namespace: string | undefined) {
  try {
    const ref = parseEntityRef(written, {
      defaultKind: 'api',
      defaultNamespace: namespace ?? 'default',
    });
    return { contract: stringifyEntityRef(ref), contractTitle: ref.name };
  } catch {
    return {};
  }
}
