import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { ANNOTATION_CONTRACT_ID } from '../kind';
import { contractIdOf, contractNames } from './contractNames';
import { OutputPortDraft } from './DataProductDraft';
import { ProductFiles } from './files/ProductFiles';
import { changeKeys, partOf, textOf, withKey } from './json';
import {
  changeContract,
  changeContractPromises,
  changeHeader,
  headerOf,
  newContract,
} from './mapping/contract';
import { changeOutputPorts, matchOutputPorts } from './mapping/outputPorts';
import { changeProduct } from './mapping/product';
import { changeProductPromises } from './mapping/productPromises';
import { DataProductAnswers } from './normalizeDraft';
import { promisingContracts, readAnswers } from './readAnswers';
import { fullRef, nameOfRef } from './refs';

/** Brings the files of a data product in line with the answers. */
export function writeAnswers(files: ProductFiles, answers: DataProductAnswers) {
  const before = readAnswers(files);
  const after = nameContracts(files, before, answers);
  let product = changeProduct(files.product, before, after);
  const spec = changeOutputPorts(
    partOf(product, 'spec'),
    before.outputPorts,
    after.outputPorts,
  );
  const contents = changeContents(files, before, after);
  product = withKey(
    product,
    'spec',
    changePromises(files, spec, contents, { before, after }),
    [],
  );
  files.setProduct(product);
  followProduct(files, product, before, after);
  for (const [ref, content] of contents) {
    const { contentAt } = files.contracts.get(ref) ?? {};
    if (contentAt) {
      files.set(contentAt, content);
    } else {
      addContract(files, ref, content, product);
    }
  }
}

/** Gives each contract its ref: the one it had, or that of a new one. */
function nameContracts(
  files: ProductFiles,
  before: DataProductAnswers,
  answers: DataProductAnswers,
): DataProductAnswers {
  const { outputPorts } = answers;
  if (!outputPorts) {
    return answers;
  }
  const match = matchOutputPorts(before.outputPorts ?? [], outputPorts);
  const known = outputPorts.map((port, i): OutputPortDraft => {
    const ref =
      port.contract?.ref ?? before.outputPorts?.[match[i]]?.contract?.ref;
    return { ...port, contract: port.contract && { ...port.contract, ref } };
  });
  const taken = new Set([...files.contracts.keys()].map(nameOfRef));
  const names = contractNames({ ...answers, outputPorts: known }, taken);
  return {
    ...answers,
    outputPorts: known.map((port, i) => {
      const ref =
        port.contract?.ref ?? fullRef(names[i], 'contract', files.namespace);
      return { ...port, contract: port.contract && { ...port.contract, ref } };
    }),
  };
}

/** The contracts that are in the files, or will be, with their changes. */
function changeContents(
  files: ProductFiles,
  before: DataProductAnswers,
  after: DataProductAnswers,
): Map<string, JsonObject> {
  const contents = new Map<string, JsonObject>();
  const ports = after.outputPorts ?? [];
  for (const [ref, { content }] of files.contracts) {
    if (content) {
      contents.set(ref, content);
    }
  }
  for (const ref of new Set(ports.map(({ contract }) => contract?.ref))) {
    const there = ref && contents.get(ref);
    const teller = tellerOf(ref, ports);
    const isDrafted = Boolean(teller?.contract?.objects.length);
    // A contract that is neither in the files nor drafted is somebody else's.
    if (!ref || !teller?.contract || (!there && !isDrafted)) {
      continue;
    }
    const was = tellerOf(ref, before.outputPorts);
    if (!there && (was || files.contracts.has(ref))) {
      throw new InputError(
        `The contract ${nameOfRef(
          ref,
        )} is not in these files. Change it where it is.`,
      );
    }
    const content = changeHeader(
      there || newContract(idOf(files, ref, teller, before)),
      there ? headerOf(before, was) : undefined,
      headerOf(after, teller),
    );
    contents.set(
      ref,
      isDrafted
        ? changeContract(content, was?.contract, teller.contract)
        : content,
    );
  }
  return contents;
}

/** The port that a contract is told with, of those that share it. */
function tellerOf(
  ref: string | undefined,
  ports: readonly OutputPortDraft[] | undefined,
): OutputPortDraft | undefined {
  const sharing = ports?.filter(({ contract }) => contract?.ref === ref) ?? [];
  return sharing.find(port => port.contract?.objects.length) ?? sharing[0];
}

/** All versions of a contract have one id. */
function idOf(
  files: ProductFiles,
  ref: string,
  { name }: OutputPortDraft,
  before: DataProductAnswers,
): string {
  const ids = before.outputPorts
    ?.filter(port => port.name === name)
    .map(port => files.contracts.get(port.contract?.ref ?? '')?.content?.id);
  return ids?.map(textOf).find(Boolean) ?? contractIdOf(nameOfRef(ref));
}

/**
 * Writes the promises into the contracts of the product, or without any into
 * its own service levels: they stand in one place.
 */
function changePromises(
  files: ProductFiles,
  spec: JsonObject,
  contents: Map<string, JsonObject>,
  { before, after }: Record<'before' | 'after', DataProductAnswers>,
): JsonObject {
  const { namespace, product } = files;
  const was = promisingContracts(
    partOf(product, 'spec'),
    files.contracts,
    namespace,
  );
  const is = promisingContracts(
    spec,
    new Map([...contents].map(([ref, content]) => [ref, { content }])),
    namespace,
  );
  const promised = new Map(was);
  for (const [ref, content] of is) {
    const original = promised.get(ref);
    contents.set(
      ref,
      changeContractPromises(
        content,
        original,
        original && before.promises,
        after.promises,
      ),
    );
  }
  return changeProductPromises(
    spec,
    was.length ? undefined : before.promises,
    is.length ? undefined : after.promises,
  );
}

/** What the entities of the contracts repeat of the product. */
function followProduct(
  files: ProductFiles,
  product: JsonObject,
  before: DataProductAnswers,
  after: DataProductAnswers,
) {
  const used = new Set(
    before.outputPorts?.map(({ contract }) => contract?.ref),
  );
  for (const [ref, { entity, entityAt }] of files.contracts) {
    const spec = partOf(entity, 'spec');
    const owner = fullRef(textOf(spec.owner), 'owner', files.namespace);
    const was = {
      lifecycle: partOf(files.product, 'spec').lifecycle,
      owner: before.owner,
    };
    const is = {
      lifecycle: partOf(product, 'spec').lifecycle,
      owner: after.owner,
    };
    const keys = [
      spec.lifecycle === was.lifecycle ? 'lifecycle' : '',
      owner === was.owner && after.owner ? 'owner' : '',
    ].filter(Boolean);
    const changed = changeKeys(spec, was, is, keys);
    if (used.has(ref) && changed !== spec) {
      files.set(entityAt, withKey(entity, 'spec', changed, []));
    }
  }
}

/** The entity of a new contract, and the contract in a file of its own. */
function addContract(
  files: ProductFiles,
  ref: string,
  content: JsonObject,
  product: JsonObject,
) {
  const { owner, lifecycle } = partOf(product, 'spec');
  const { name, namespace } = parseEntityRef(ref);
  let path = `contracts/${name}.odcs.yaml`;
  for (let n = 2; files.has(files.beside(path)); n++) {
    path = `contracts/${name}-${n}.odcs.yaml`;
  }
  files.addEntity({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      name,
      ...(namespace !== DEFAULT_NAMESPACE && { namespace }),
      annotations: { [ANNOTATION_CONTRACT_ID]: String(content.id) },
    },
    spec: {
      type: 'odcs',
      lifecycle,
      owner,
      definition: { $text: `./${path}` },
    },
  });
  files.addFile(files.beside(path), content);
}
