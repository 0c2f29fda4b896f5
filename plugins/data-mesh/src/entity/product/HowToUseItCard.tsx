import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { OutputPort } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Fold } from '../../components/Fold';
import { useDataMeshTranslation } from '../../translation';
import { fullRef } from './entityLinks';
import { InputPorts } from './InputPorts';
import { OutputPortItem } from './OutputPortItem';
import { useProductPage } from './useProductPage';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

/** The ways to reach the data, what they promise, and where it comes from. */
export function HowToUseItCard() {
  const { spec } = useProductPage();
  const { t } = useDataMeshTranslation();
  const ports = spec.outputPorts ?? [];
  const current = ports.filter(port => !port.deprecated);
  const deprecated = ports.filter(port => port.deprecated);

  return (
    <EntityInfoCard title={t('product.use.title')}>
      {ports.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {spec.lifecycle === 'candidate'
            ? t('product.use.noneIdea')
            : t('product.use.none')}
        </Typography>
      )}
      <OutputPorts ports={current} />
      {deprecated.length > 0 && (
        <Fold
          label={t('product.use.deprecatedPorts', { count: deprecated.length })}
        >
          <OutputPorts ports={deprecated} />
        </Fold>
      )}
      <InputPorts />
    </EntityInfoCard>
  );
}

function OutputPorts(props: { ports: readonly OutputPort[] }) {
  const { entity, product } = useProductPage();
  const classes = useStyles();
  if (!props.ports.length) {
    return null;
  }
  return (
    <ul className={classes.list}>
      {props.ports.map(port => {
        const contractRef = port.contract?.ref
          ? fullRef(port.contract.ref, entity, 'API')
          : undefined;
        return (
          <OutputPortItem
            key={`${port.name} ${port.version}`}
            port={port}
            contractRef={contractRef}
            contract={product.data?.contracts.find(
              contract => contract.entity.ref === contractRef,
            )}
          />
        );
      })}
    </ul>
  );
}
