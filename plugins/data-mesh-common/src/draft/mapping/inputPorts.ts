import { JsonObject } from '@backstage/types';
import { InputPortDraft } from '../DataProductDraft';
import {
  changeKeys,
  listOf,
  objectsIn,
  partOf,
  textOf,
  withPart,
} from '../json';
import { fullRef } from '../refs';
import { INPUT_PORT_KEYS, SPEC_KEYS } from './order';
import { reconcile } from './reconcile';

const ANSWERS = ['name', 'version', 'source', 'sourcePort', 'externalSource'];

/** The input ports of a data product, as answers. */
export function readInputPorts(spec: JsonObject, namespace?: string) {
  return objectsIn(spec.inputPorts).map(port => readPort(port, namespace));
}

function readPort(
  port: JsonObject,
  namespace?: string,
): Partial<InputPortDraft> {
  return {
    name: textOf(port.name),
    source: fullRef(textOf(port.source), 'source', namespace),
    sourcePort: textOf(port.sourcePort),
    contract: fullRef(
      textOf(partOf(port, 'contract').ref),
      'contract',
      namespace,
    ),
    version: textOf(port.version),
    externalSource: textOf(port.externalSource),
  };
}

/** Brings the input ports in line with the answers. */
export function changeInputPorts(
  spec: JsonObject,
  before: readonly InputPortDraft[] | undefined,
  after: readonly InputPortDraft[] | undefined,
): JsonObject {
  const ports = reconcile<InputPortDraft>(
    listOf(spec, 'inputPorts'),
    before,
    after,
    {
      written: port => readPort(port),
      keys: [
        ({ name, version }) => name && JSON.stringify([name, version]),
        ({ name }) => name,
      ],
      change: changePort,
    },
  );
  return withPart(spec, 'inputPorts', ports, SPEC_KEYS);
}

function changePort(
  raw: JsonObject,
  before: InputPortDraft | undefined,
  after: InputPortDraft,
): JsonObject {
  const port = changeKeys(raw, before, after, ANSWERS, INPUT_PORT_KEYS);
  if (before?.contract === after.contract) {
    return port;
  }
  // What else is said about it was said about the contract before.
  const contract: JsonObject = after.contract ? { ref: after.contract } : {};
  return withPart(port, 'contract', contract, INPUT_PORT_KEYS);
}
