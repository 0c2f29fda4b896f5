import { ActionOptions } from './ActionOptions';
import { addCheckInMeasure } from './checkInMeasure';
import { addExplainProductPurpose } from './explainProductPurpose';
import { addExplainRule } from './explainRule';
import { addGetDataProductMaturity } from './getDataProductMaturity';
import { addGetDomainGoals } from './getDomainGoals';
import { addGetValueTree } from './getValueTree';
import { addListOwnershipFaults } from './listOwnershipFaults';
import { addPutEvidence } from './putEvidence';
import { addWhatIf } from './whatIf';

/** Registers what agents, templates and scripts may do. */
export function addActions(options: ActionOptions): void {
  addGetDataProductMaturity(options);
  addListOwnershipFaults(options);
  addExplainRule(options);
  addWhatIf(options);
  addPutEvidence(options);
  addGetValueTree(options);
  addGetDomainGoals(options);
  addExplainProductPurpose(options);
  addCheckInMeasure(options);
}
