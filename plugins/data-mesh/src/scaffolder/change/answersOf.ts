import {
  DataProductAnswers,
  dataProductDraftSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { newPortId, PortInForm } from '../outputs/PortInForm';

/** Every answer taken back: the form keeps those that are not mentioned. */
export const noAnswers: Record<string, undefined> = Object.fromEntries(
  Object.keys(dataProductDraftSchema.shape).map(key => [key, undefined]),
);

/** The answers of a product as the form holds them. */
export function answersOf(draft: DataProductAnswers): Record<string, unknown> {
  return {
    ...draft,
    // The form requires the group, so that it is checked even if it is empty
    privacy: draft.privacy ?? {},
    ...(draft.outputPorts && {
      outputPorts: draft.outputPorts.map(
        (port): PortInForm => ({ id: newPortId(), ...port }),
      ),
    }),
  };
}
