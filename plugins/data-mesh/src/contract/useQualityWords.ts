import { ContractQualityRule } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';

const METRICS = [
  'nullValues',
  'missingValues',
  'invalidValues',
  'duplicateValues',
  'rowCount',
] as const;

/**
 * Says what a rule checks: `Empty values: must be 0`. Undefined for a rule that
 * only its description tells.
 */
export function useQualityWords(): (
  rule: ContractQualityRule,
) => string | undefined {
  const { t } = useDataMeshTranslation();
  return ({ metric, expectation }) => {
    const known = METRICS.find(word => word === metric);
    const subject = known ? t(`contract.quality.metric.${known}`) : metric;
    return [subject, expectation].filter(Boolean).join(': ') || undefined;
  };
}
