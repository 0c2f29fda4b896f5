import {
  coreExtensionData,
  createExtensionInput,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { DataMeshSummaryBlueprint } from './DataMeshSummaryBlueprint';

/** The card that hosts what is attached to it, on pages where any of it fits. */
export const summaryCard = EntityCardBlueprint.makeWithOverrides({
  name: 'summary',
  inputs: {
    parts: createExtensionInput([
      coreExtensionData.reactElement,
      DataMeshSummaryBlueprint.dataRefs.appliesTo,
    ]),
  },
  factory(originalFactory, { inputs }) {
    const parts = inputs.parts.map(part => ({
      id: part.node.spec.id,
      element: part.get(coreExtensionData.reactElement),
      appliesTo: part.get(DataMeshSummaryBlueprint.dataRefs.appliesTo),
    }));
    return originalFactory({
      type: 'content',
      filter: entity => parts.some(part => part.appliesTo(entity)),
      loader: () =>
        import('./SummaryCards').then(m => <m.SummaryCards parts={parts} />),
    });
  },
});
