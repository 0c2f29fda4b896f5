import Typography from '@material-ui/core/Typography';
import { useAnalytics } from '@backstage/core-plugin-api';
import {
  OutputPort,
  ProductContract,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { Fold } from '../../components/Fold';
import { SafeLink } from '../../components/SafeLink';
import { ContractSummary } from '../../contract/ContractSummary';
import { useDataMeshTranslation } from '../../translation';

/** What a port promises: its contract, to be read in place. */
export function PortContractLine(props: {
  port: OutputPort;
  contract: ProductContract | undefined;
  contractRef: string | undefined;
}) {
  const { port, contract, contractRef } = props;
  const { t } = useDataMeshTranslation();
  const analytics = useAnalytics();
  const written = port.contract;

  if (!contractRef) {
    const name = written?.id ?? written?.url;
    return (
      <Typography variant="body2" color="textSecondary">
        {name
          ? t('product.use.contractElsewhere', {
              contract: <SafeLink url={written?.url}>{name}</SafeLink>,
            })
          : t('product.use.noContract')}
      </Typography>
    );
  }
  const title =
    contract?.title ??
    contract?.entity.title ??
    parseEntityRef(contractRef).name;
  if (contract && !contract.entity.exists) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('product.use.contractMissing', { contract: title })}
      </Typography>
    );
  }
  const version = contract?.version ?? written?.version;
  const facts = [
    version && t('product.use.contractVersion', { version }),
    contract?.problem && t('product.use.contractUnreadable'),
    !contract?.problem &&
      contract?.fields !== undefined &&
      t('product.use.contractFields', { count: contract.fields }),
    contract?.status,
  ].filter(Boolean);
  return (
    <Fold
      label={
        <>
          {t('product.use.contractRead', { contract: title })}
          {facts.map(fact => ` · ${fact}`)}
        </>
      }
      onOpen={() => analytics.captureEvent('click', `Contract ${contractRef}`)}
    >
      <ContractSummary entityRef={contractRef} title={title} />
    </Fold>
  );
}
