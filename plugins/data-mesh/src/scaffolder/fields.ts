import { DataMeshField } from './field';

/**
 * The fields by the names that templates know them by. Each is loaded when a
 * form is opened, not with the app.
 */
export const fields: Record<string, () => Promise<DataMeshField>> = {
  DataProductUsage: () => import('./usage').then(m => m.usageField),
  DataProductPurpose: () => import('./purpose').then(m => m.purposeField),
  DataProductName: () => import('./name').then(m => m.nameField),
  DataProductOwner: () => import('./owner').then(m => m.ownerField),
  DataProductNoInputs: () => import('./inputs').then(m => m.noInputsField),
  DataProductRef: () => import('./ref').then(m => m.refField),
  DataProductInitiatives: () =>
    import('./initiatives').then(m => m.initiativesField),
  DataProductInputPorts: () => import('./inputs').then(m => m.inputPortsField),
  DataProductOutputPorts: () =>
    import('./outputs').then(m => m.outputPortsField),
  DataProductPromises: () => import('./promises').then(m => m.promisesField),
  DataProductPrivacy: () => import('./privacy').then(m => m.privacyField),
  DataProductAccess: () => import('./access').then(m => m.accessField),
  DataProductSupport: () => import('./support').then(m => m.supportField),
  DataProductReview: () => import('./review').then(m => m.reviewField),
  DataProductToChange: () => import('./change').then(m => m.toChangeField),
};
