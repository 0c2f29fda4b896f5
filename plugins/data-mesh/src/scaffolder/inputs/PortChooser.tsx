import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { InputPortDraft } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { Found } from '../search/Found';
import { SearchBox } from '../search/SearchBox';
import { useProductSearch } from '../search/useProductSearch';
import { ChoosablePort, useChoosablePorts } from './useChoosablePorts';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1, 2), margin: theme.spacing(0, 0, 1) },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  port: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
  },
}));

/** Finds a product and offers its ports; the product alone where it has none. */
export function PortChooser(props: {
  id: string;
  ports: readonly InputPortDraft[];
  onChoose: (port: Omit<InputPortDraft, 'name'>, like: string) => void;
}) {
  const { t } = useDataMeshTranslation();
  const [product, setProduct] = useState<Found | null>(null);
  const search = useProductSearch();
  return (
    <>
      <SearchBox
        id={props.id}
        label={t('scaffolder.inputs.find')}
        placeholder={t('scaffolder.inputs.findExample')}
        searchKey="data-product-list"
        search={search}
        value={product}
        onChange={setProduct}
      />
      {product && (
        <PortsOfProduct
          key={product.ref}
          product={product}
          ports={props.ports}
          onChoose={props.onChoose}
        />
      )}
    </>
  );
}

function PortsOfProduct(props: {
  product: Found;
  ports: readonly InputPortDraft[];
  onChoose: (port: Omit<InputPortDraft, 'name'>, like: string) => void;
}) {
  const { product, ports, onChoose } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const { choosable, error } = useChoosablePorts(product.ref);

  const isChosen = (port: ChoosablePort) =>
    ports.some(
      other =>
        other.source === product.ref &&
        other.sourcePort === port.sourcePort &&
        other.version === port.version,
    );
  const words = (port: ChoosablePort) =>
    [
      port.sourcePort ?? t('scaffolder.inputs.wholeProduct'),
      port.type,
      port.version && t('scaffolder.inputs.version', { version: port.version }),
      port.contractTitle &&
        t('scaffolder.inputs.contract', { contract: port.contractTitle }),
    ]
      .filter(Boolean)
      .join(', ');

  return (
    <Paper variant="outlined" className={classes.root} role="status">
      {error && (
        <Typography variant="body2">{t('scaffolder.search.failed')}</Typography>
      )}
      <ul
        className={classes.list}
        aria-label={t('scaffolder.inputs.portsOf', { product: product.title })}
      >
        {choosable?.map((port, index) => (
          <li key={index} className={classes.port}>
            <Typography variant="body2">{words(port)}</Typography>
            <Button
              size="small"
              color="primary"
              disabled={isChosen(port)}
              aria-label={t(
                isChosen(port)
                  ? 'scaffolder.inputs.chosenNamed'
                  : 'scaffolder.inputs.chooseNamed',
                { port: words(port) },
              )}
              onClick={() =>
                onChoose(
                  {
                    source: product.ref,
                    sourcePort: port.sourcePort,
                    contract: port.contract,
                    version: port.version,
                  },
                  port.sourcePort ?? product.ref.replace(/^.*\//, ''),
                )
              }
            >
              {isChosen(port)
                ? t('scaffolder.inputs.chosen')
                : t('scaffolder.inputs.choose')}
            </Button>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
