import {
  DataProductEntityV1alpha1,
  OutputPort,
} from '../DataProductEntityV1alpha1';
import { warning } from './DataProductWarning';
import { isLater, versionNumbers } from './versions';

/** W2 */
export function* checkPortInputs({ spec }: DataProductEntityV1alpha1) {
  const known = new Set(spec.inputPorts?.map(port => port.name));
  for (const [i, port] of (spec.outputPorts ?? []).entries()) {
    for (const [j, input] of (port.inputs ?? []).entries()) {
      if (!known.has(input)) {
        yield warning(
          'W2',
          ['spec', 'outputPorts', i, 'inputs', j],
          `The output port ${label(
            port,
          )} is made from "${input}", but no input port has that name.`,
          known.size === 0
            ? 'Add the input port.'
            : `Add the input port, or name one of ${list(known)}.`,
          { inputPorts: [{ name: input }] },
        );
      }
    }
  }
}

/** W3 */
export function* checkProductionPorts(entity: DataProductEntityV1alpha1) {
  const { metadata, spec } = entity;
  if (spec.lifecycle.toLocaleLowerCase('en-US') !== 'production') {
    return;
  }
  const ports = spec.outputPorts ?? [];
  if (ports.length === 0) {
    const name = metadata.name.toLocaleLowerCase('en-US');
    yield warning(
      'W3',
      ['spec', 'outputPorts'],
      'It is in production, but there is no way to reach its data.',
      'Add an output port for each way in, with its address and contract.',
      {
        outputPorts: [
          {
            name,
            version: spec.version ?? '1.0.0',
            type: 'sql',
            location: 'SCHEMA.TABLE',
            contract: { ref: contractName(name, spec.version) },
          },
        ],
      },
    );
  }
  for (const [i, port] of ports.entries()) {
    if (!port.contract) {
      yield warning(
        'W3',
        ['spec', 'outputPorts', i, 'contract'],
        `It is in production, but the output port ${label(
          port,
        )} promises nothing: it has no contract.`,
        'Register the contract as an API entity of type odcs and name it here.',
        {
          outputPorts: [
            {
              ...key(port),
              contract: { ref: contractName(port.name, port.version) },
            },
          ],
        },
      );
    }
  }
}

/** W4 */
export function* checkDeprecatedPorts({ spec }: DataProductEntityV1alpha1) {
  const ports = spec.outputPorts ?? [];
  for (const [i, port] of ports.entries()) {
    if (!port.deprecated || ports.some(other => replaces(other, port))) {
      continue;
    }
    const [major] = versionNumbers(port.version) ?? [1];
    yield warning(
      'W4',
      ['spec', 'outputPorts', i],
      `The output port ${label(
        port,
      )} is deprecated, but there is no later version to move to.`,
      'Add the later version under the same name.',
      { outputPorts: [{ name: port.name, version: `${major + 1}.0.0` }] },
    );
  }
}

function replaces(other: OutputPort, port: OutputPort): boolean {
  if (other === port || other.name !== port.name) {
    return false;
  }
  const comparable =
    versionNumbers(other.version) && versionNumbers(port.version);
  return comparable
    ? isLater(other.version, port.version)
    : other.deprecated !== true;
}

function key({ name, version }: OutputPort) {
  return version === undefined ? { name } : { name, version };
}

function label({ name, version }: OutputPort): string {
  return version === undefined ? `"${name}"` : `"${name}" ${version}`;
}

function list(names: Iterable<string>): string {
  const quoted = [...names].map(name => `"${name}"`);
  const shown = quoted.slice(0, 5);
  const rest = quoted.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/** A contract's name carries its major version, so that two can live together. */
function contractName(name: string, version: string | undefined): string {
  const slug = name
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${slug || 'contract'}-v${versionNumbers(version)?.[0] ?? 1}`;
}
