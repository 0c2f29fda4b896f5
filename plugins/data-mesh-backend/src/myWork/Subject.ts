import { DataProductWarning } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Respondent } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { StoredLevel, StoredRule } from '../resultViews/StoredResults';

/** An entity for which a person answers, or about which one is asked. */
export type Subject = {
  ref: string;
  roles: ReadonlySet<Respondent>;
  /** Whether it is a domain that is the person's to lead. */
  isLed: boolean;
  warnings: DataProductWarning[];
  results: (StoredLevel & { results: StoredRule[] })[];
};
