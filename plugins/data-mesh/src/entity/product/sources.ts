import { parseEntityRef } from '@backstage/catalog-model';
import {
  DataProductEntityV1alpha1,
  EntityLink,
  ProductDetail,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { fullRef, linkTo } from './entityLinks';

/** Something that a data product takes data from. */
export type Source = {
  entity?: EntityLink;
  /** A source outside the catalog. */
  external?: string;
  owner?: EntityLink;
  /** The name of the input port. */
  port?: string;
  version?: string;
  description?: string;
  isDeprecated?: boolean;
};

/**
 * The input ports, each with what the backend knows of its source, then what
 * else the product depends on. Nothing is listed twice: a port without a
 * source stands for the dependency that bears its name.
 */
export function sourcesOf(
  entity: DataProductEntityV1alpha1,
  inputs: ProductDetail['inputs'] = [],
): Source[] {
  const known = new Map(inputs.map(input => [input.entity.ref, input]));
  const describe = (ref: string | undefined): Partial<Source> => {
    const input = ref === undefined ? undefined : known.get(ref);
    return {
      entity: input?.entity ?? linkTo(ref, entity),
      owner: input?.owner?.exists ? input.owner : undefined,
      isDeprecated: /^(deprecated|retired)$/i.test(input?.lifecycle ?? ''),
    };
  };

  const dependencies = (entity.spec.dependsOn ?? []).flatMap(
    ref => fullRef(ref, entity) ?? [],
  );
  const ports = (entity.spec.inputPorts ?? []).map(port => {
    const ref = port.source
      ? fullRef(port.source, entity, 'DataProduct')
      : dependencies.find(
          dependency => parseEntityRef(dependency).name === port.name,
        );
    const source = describe(ref);
    return {
      ...source,
      ref,
      external: port.externalSource ?? (ref ? undefined : port.source),
      port: port.title ?? port.name,
      version: port.version,
      description: port.description ?? (ref ? port.externalSource : undefined),
      isDeprecated: port.deprecated || source.isDeprecated,
    };
  });
  const named = new Set(ports.map(({ ref }) => ref));
  const others = [
    ...inputs.map(({ entity: { ref } }) => ref),
    ...dependencies,
  ].filter(ref => !named.has(ref));

  return [
    ...ports.map(({ ref: _ref, ...source }) => source),
    ...[...new Set(others)].map(ref => describe(ref)),
  ];
}
