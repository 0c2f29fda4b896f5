import { ReactNode } from 'react';
import { Entity } from '@backstage/catalog-model';

/** A part of the summary, and the entities it has something to say about. */
export interface SummaryPart {
  id: string;
  element: ReactNode;
  appliesTo: (entity: Entity) => boolean;
}
