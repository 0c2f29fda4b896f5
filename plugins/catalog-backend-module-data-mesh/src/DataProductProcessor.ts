import {
  API_GROUP,
  checkDataProduct,
  DATA_PRODUCT_API_VERSION,
  DATA_PRODUCT_KIND,
  dataProductProblem,
  DataProductProblem,
  describeValue,
  isDataProductEntity,
  relationsOf,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Entity, getCompoundEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { schemaProblems } from './schemaProblems';

/** An entity with more problems has one cause that repeats. */
const LISTED = 20;

/** Makes the catalog know the kind DataProduct. */
export class DataProductProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'DataProductProcessor';
  }

  /** @throws InputError with every problem that was found */
  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (!isOurs(entity)) {
      return false;
    }
    const version = versionProblems(entity);
    refuseIfAny(
      version.length > 0
        ? version
        : [...schemaProblems(entity), ...checkDataProduct(entity)],
    );
    return true;
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (isDataProductEntity(entity)) {
      const self = getCompoundEntityRef(entity);
      for (const { type, inverse, target } of relationsOf(entity)) {
        emit(processingResult.relation({ source: self, type, target }));
        emit(
          processingResult.relation({
            source: target,
            type: inverse,
            target: self,
          }),
        );
      }
    }
    return entity;
  }
}

/** Other groups may have a kind of the same name. */
function isOurs({ apiVersion, kind }: Entity): boolean {
  return (
    apiVersion.startsWith(`${API_GROUP}/`) &&
    kind.toLocaleLowerCase('en-US') ===
      DATA_PRODUCT_KIND.toLocaleLowerCase('en-US')
  );
}

function versionProblems({ apiVersion, kind }: Entity): DataProductProblem[] {
  const fields: [string, string, string][] = [
    ['apiVersion', apiVersion, DATA_PRODUCT_API_VERSION],
    ['kind', kind, DATA_PRODUCT_KIND],
  ];
  return fields
    .filter(([, found, allowed]) => found !== allowed)
    .map(([field, found, allowed]) =>
      dataProductProblem('E1', [field], {
        found: describeValue(found),
        allowed,
        fix: `Write ${field}: ${allowed}`,
      }),
    );
}

function refuseIfAny(problems: DataProductProblem[]) {
  if (problems.length === 0) {
    return;
  }
  const lines = problems
    .slice(0, LISTED)
    .map(({ code, message, fix }) => `${code} ${message} ${fix}`);
  if (problems.length > LISTED) {
    lines.push(`and ${problems.length - LISTED} more`);
  }
  throw new InputError(
    lines.length === 1
      ? lines[0]
      : `${problems.length} problems:\n${lines.join('\n')}`,
  );
}
