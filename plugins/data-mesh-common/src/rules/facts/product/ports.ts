import { fact, FactsOf } from '../declareFacts';
import { ProductContext } from '../ProductContext';

export const portsDeclarations = {
  'ports.count': fact({
    type: 'int',
    description: 'Output ports that are not deprecated',
    source: 'catalog file',
    example: 2,
  }),
  'ports.types': fact({
    type: 'list<string>',
    description: 'Types of its output ports, each once',
    source: 'catalog file',
    example: ['sql', 'stream'],
  }),
  'ports.withoutType': fact({
    type: 'int',
    description: 'Output ports that have no type',
    source: 'catalog file',
    example: 0,
  }),
  'ports.uniqueAddresses': fact({
    type: 'int',
    description: 'Addresses of its output ports that no other product has',
    source: 'catalog',
    example: 2,
  }),
  'personas.declared': fact({
    type: 'list<string>',
    description: 'Whom it is made for',
    source: 'catalog file',
    example: ['analyst'],
  }),
  'inputs.areDeclared': fact({
    type: 'bool',
    description: 'Its inputs are named, or it says that there are none',
    source: 'catalog file',
    example: true,
  }),
  'inputs.centralStores': fact({
    type: 'int',
    description: 'Listed central stores that it draws from',
    source: 'catalog',
    example: 0,
  }),
};

/** The ways in and out. */
export function portsFacts({
  product,
  mesh,
  sharedAddresses,
}: ProductContext): FactsOf<typeof portsDeclarations> {
  const { outputPorts, inputs } = product;
  const addresses = new Set(outputPorts.flatMap(port => port.address ?? []));
  const types = new Set(outputPorts.flatMap(port => port.type ?? []));
  return {
    ports: {
      count: outputPorts.length,
      types: [...types],
      withoutType: outputPorts.filter(port => !port.type).length,
      uniqueAddresses: [...addresses].filter(
        address => !sharedAddresses.includes(address),
      ).length,
    },
    personas: { declared: product.personas },
    inputs: {
      areDeclared: product.declaresInputs,
      centralStores: inputs.filter(ref => mesh.centralStores.includes(ref))
        .length,
    },
  };
}
