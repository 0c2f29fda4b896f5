import { RuleSetList } from '@backstage-data-mesh/plugin-data-mesh-common';
import { hangsOnResults } from './keys';
import { Sending, useDataMeshMutation } from './useDataMeshMutation';

/** Reads the rule sets of the configuration again; for platform owners. */
export function useReloadRuleSets(): Sending<void, RuleSetList> {
  return useDataMeshMutation({
    send: api => api.reloadRuleSets(),
    known: list => [[['rule-sets'], list]],
    hanging: () => [['results'], ...hangsOnResults.map(key => [key])],
  });
}
