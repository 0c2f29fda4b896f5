import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Contract } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Fact, Facts } from '../components/Facts';
import { SafeLink } from '../components/SafeLink';
import { useDataMeshTranslation } from '../translation';

/** What the contract is, before what it says. */
export function ContractHeader({ contract }: { contract: Contract }) {
  const { t } = useDataMeshTranslation();
  const facts: [name: string, value: string | undefined][] = [
    [t('contract.header.purpose'), contract.purpose],
    [t('contract.header.usage'), contract.usage],
    [t('contract.header.limitations'), contract.limitations],
    [t('contract.header.version'), contract.version],
    [t('contract.header.status'), contract.status],
    [t('contract.header.domain'), contract.domain],
    [t('contract.header.product'), contract.dataProduct],
    [t('contract.header.id'), contract.id],
    [
      t('contract.header.standard'),
      contract.apiVersion &&
        t('contract.header.standardValue', { version: contract.apiVersion }),
    ],
    [t('contract.header.tags'), contract.tags.join(', ')],
  ];
  return (
    <EntityInfoCard title={contract.name ?? t('contract.header.title')}>
      <Facts>
        {facts.map(
          ([name, value]) =>
            value && (
              <Fact key={name} name={name}>
                {value}
              </Fact>
            ),
        )}
        {contract.links.length > 0 && (
          <Fact name={t('contract.header.links')}>
            {contract.links.map(({ url, type, description }, index) => (
              <div key={index}>
                <SafeLink url={url}>{description ?? type ?? url}</SafeLink>
              </div>
            ))}
          </Fact>
        )}
      </Facts>
    </EntityInfoCard>
  );
}
