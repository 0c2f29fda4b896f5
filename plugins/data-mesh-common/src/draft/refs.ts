import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** The kinds that an answer may name; the first one is meant without a kind. */
export const REF_KINDS = {
  domain: ['Domain'],
  owner: ['Group', 'User'],
  productOwner: ['User'],
  consumer: ['Group', 'Component', 'System', 'DataProduct'],
  source: ['DataProduct', 'Component', 'Resource', 'API', 'System'],
  contract: ['API'],
  approver: ['User', 'Group'],
} as const satisfies Record<string, readonly string[]>;

export type RefField = keyof typeof REF_KINDS;

/** A ref in full, `domain:default/sales`; what is no ref comes back as it is. */
export function fullRef(
  text: string | undefined,
  field: RefField,
  namespace: string = DEFAULT_NAMESPACE,
): string | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: REF_KINDS[field][0],
        defaultNamespace: namespace,
      }),
    );
  } catch {
    return text;
  }
}

/** The name in a ref; what is no ref is taken for a name. */
export function nameOfRef(ref: string): string {
  try {
    return parseEntityRef(ref, { defaultKind: 'any' }).name;
  } catch {
    return ref;
  }
}
