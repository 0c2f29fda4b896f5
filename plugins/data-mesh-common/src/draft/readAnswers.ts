import { JsonObject } from '@backstage/types';
import { ContractFiles, ProductFiles } from './files/ProductFiles';
import { isEqual, listOf, objectsIn, partOf } from './json';
import {
  PortContractDraft,
  readContract,
  readContractPromises,
} from './mapping/contract';
import { contractRefOf, readOutputPorts } from './mapping/outputPorts';
import { readProduct } from './mapping/product';
import { readProductPromises } from './mapping/productPromises';
import { Promises } from './mapping/promises';
import { DataProductAnswers, normalizeDraft } from './normalizeDraft';

/** The answers in the files of a data product. */
export function readAnswers(files: ProductFiles): DataProductAnswers {
  const spec = partOf(files.product, 'spec');
  return normalizeDraft({
    ...readProduct(files.product),
    outputPorts: readPorts(files, spec),
    promises: readPromises(files, spec),
  });
}

/** A contract that ports share is told with the first of them only. */
function readPorts(files: ProductFiles, spec: JsonObject) {
  const told = new Set<string>();
  return readOutputPorts(spec, files.namespace).map(port => {
    const ref = port.contract?.ref;
    const content = ref && files.contracts.get(ref)?.content;
    if (!ref || !content || told.has(ref)) {
      return port;
    }
    told.add(ref);
    const contract: PortContractDraft = { ref, ...readContract(content) };
    return { ...port, contract };
  });
}

function readPromises(files: ProductFiles, spec: JsonObject): Promises {
  const contents = promisingContracts(spec, files.contracts, files.namespace);
  if (contents.length === 0) {
    return readProductPromises(spec);
  }
  const promises = contents.map(([, content]) => readContractPromises(content));
  return {
    freshness: sameInAll(promises.map(({ freshness }) => freshness)),
    availability: sameInAll(promises.map(({ availability }) => availability)),
    retention: sameInAll(promises.map(({ retention }) => retention)),
    quality: promises.flatMap(({ quality }) => quality ?? []),
  };
}

/**
 * The contracts that say what a product promises: those of its ports, unless
 * only deprecated ports keep them. Without any, the product says it itself.
 */
export function promisingContracts(
  spec: JsonObject,
  contracts: ReadonlyMap<string, Pick<ContractFiles, 'content'>>,
  namespace: string | undefined,
): [ref: string, content: JsonObject][] {
  const ports = objectsIn(listOf(spec, 'outputPorts'));
  const contractsOf = (some: JsonObject[]) =>
    [...new Set(some.map(port => contractRefOf(port, namespace)))].flatMap(
      (ref): [string, JsonObject][] => {
        const content = ref && contracts.get(ref)?.content;
        return ref && content ? [[ref, content]] : [];
      },
    );
  const live = contractsOf(ports.filter(port => port.deprecated !== true));
  return live.length ? live : contractsOf(ports);
}

function sameInAll<T>([first, ...others]: T[]): T | undefined {
  return others.every(other => isEqual(other, first)) ? first : undefined;
}
