import { ActionOptions } from './ActionOptions';
import { addExplainRule } from './explainRule';
import { addGetDataProductMaturity } from './getDataProductMaturity';
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
}
