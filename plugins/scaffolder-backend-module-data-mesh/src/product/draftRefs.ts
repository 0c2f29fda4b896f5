import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  contractNameOf,
  DataProductAnswers,
  OutputPortDraft,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/** An entity that a draft names, in words for the one who named it. */
export type NamedEntity = { ref: string; what: string };

const full = (ref: string, defaultKind: string) =>
  stringifyEntityRef(
    parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
  );

/** The ref that a draft's product will have. */
export function productRefOf({ name }: { name: string }): string {
  return full(name, 'DataProduct');
}

/** The entities that a product cannot do without. */
export function neededEntities(draft: DataProductAnswers): NamedEntity[] {
  return named([
    [draft.domain, 'Domain', 'The domain'],
    [draft.owner, 'Group', 'The owner team'],
    [draft.productOwner, 'User', 'The product owner'],
  ]);
}

/** The entities that may also come later. */
export function otherEntities(draft: DataProductAnswers): NamedEntity[] {
  return named([
    [draft.consumer, 'Group', 'The consumer'],
    [draft.access?.approver, 'User', 'The approver'],
    ...(draft.inputPorts ?? []).flatMap(({ name, source, contract }) => [
      [source, 'DataProduct', `The source of the input ${name}`] as const,
      [contract, 'API', `The contract of the input ${name}`] as const,
    ]),
  ]);
}

/** The contracts that a draft will add to the catalog. */
export function newContracts(draft: DataProductAnswers): NamedEntity[] {
  return named(
    (draft.outputPorts ?? []).map((port, index) => [
      isOnlyReferredTo(port) ? undefined : contractNameOf(draft, index),
      'API',
      `The contract of the output port ${port.name}`,
    ]),
  );
}

function isOnlyReferredTo({ contract }: OutputPortDraft): boolean {
  return Boolean(contract?.ref && contract.objects.length === 0);
}

function named(
  list: (readonly [string | undefined, string, string])[],
): NamedEntity[] {
  return list.flatMap(([ref, kind, what]) =>
    ref ? [{ ref: full(ref, kind), what }] : [],
  );
}
