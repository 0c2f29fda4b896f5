import { DataProductEntityV1alpha1 } from '../DataProductEntityV1alpha1';
import { DataProductWarning } from './DataProductWarning';
import {
  checkDescriptorReferences,
  checkDescriptorValidation,
  checkDescriptorVersion,
} from './descriptor';
import { checkStatus, checkVersion } from './lifecycle';
import { checkLeavers, checkOwnerSource, checkSupport } from './people';
import {
  checkDeprecatedPorts,
  checkPortInputs,
  checkProductionPorts,
} from './ports';
import { checkVariables } from './variables';

/**
 * What the owners of a data product should mend, as far as it follows from the
 * entity alone, in the order of the codes. The entity is one that the catalog
 * took in, so it fits the schema.
 *
 * @param options - `now` is the day that "left the team" is compared with
 * @public
 */
export function warningsOf(
  entity: DataProductEntityV1alpha1,
  options: { now?: Date } = {},
): DataProductWarning[] {
  return [
    ...checkStatus(entity),
    ...checkPortInputs(entity),
    ...checkProductionPorts(entity),
    ...checkDeprecatedPorts(entity),
    ...checkVersion(entity),
    ...checkSupport(entity),
    ...checkOwnerSource(entity),
    ...checkDescriptorVersion(entity),
    ...checkDescriptorValidation(entity),
    ...checkVariables(entity),
    ...checkLeavers(entity, options.now ?? new Date()),
    ...checkDescriptorReferences(entity),
  ];
}
