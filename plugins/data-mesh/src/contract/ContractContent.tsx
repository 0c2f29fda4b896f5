import { stringifyEntityRef } from '@backstage/catalog-model';
import { EmptyState } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useDataMeshTranslation } from '../translation';
import { ContractUsers } from './ContractUsers';
import { ContractView } from './ContractView';

/** The tab of an API entity that holds a data contract. */
export function ContractContent() {
  const { entity } = useEntity();
  const { t } = useDataMeshTranslation();
  const definition = entity.spec?.definition;

  if (typeof definition !== 'string' || !definition.trim()) {
    return (
      <EmptyState
        missing="content"
        title={t('contract.empty.title')}
        description={t('contract.empty.text')}
      />
    );
  }
  return (
    <ContractView
      text={definition}
      aside={<ContractUsers entityRef={stringifyEntityRef(entity)} />}
    />
  );
}
