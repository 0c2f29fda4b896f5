import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CatalogLink } from '../../components/CatalogLink';
import { SafeLink } from '../../components/SafeLink';
import { useDataMeshTranslation } from '../../translation';
import { Source, sourcesOf } from './sources';
import { useProductPage } from './useProductPage';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(2) },
  list: {
    margin: 0,
    paddingLeft: theme.spacing(2),
    // Not by colour alone: these links stand amid other text
    '& a': { textDecoration: 'underline' },
  },
}));

/** Where the data comes from. */
export function InputPorts() {
  const { entity, spec, product } = useProductPage();
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const sources = sourcesOf(entity, product.data?.inputs);

  return (
    <div className={classes.root}>
      <Typography variant="subtitle2" component="h4">
        {t('product.use.from')}
      </Typography>
      {sources.length > 0 ? (
        <ul className={classes.list}>
          {sources.map((source, index) => (
            <Typography key={index} variant="body2" component="li">
              <SourceWords source={source} />
            </Typography>
          ))}
        </ul>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {spec.inputs === 'none'
            ? t('product.use.noInputs')
            : t('product.use.inputsUnknown')}
        </Typography>
      )}
    </div>
  );
}

function SourceWords({ source }: { source: Source }) {
  const { t } = useDataMeshTranslation();
  const more = [
    // A port that is only named after its source says nothing new
    source.port !== source.entity?.title && source.port,
    source.version && t('product.use.version', { version: source.version }),
    source.isDeprecated && t('product.use.inputDeprecated'),
    source.description,
  ].filter(Boolean);
  return (
    <>
      {source.entity && <CatalogLink to={source.entity} />}
      {!source.entity && source.external && <SafeLink url={source.external} />}
      {!source.entity && !source.external && t('product.use.unlinked')}
      {more.map(text => ` · ${text}`)}
      {source.owner && (
        <>
          {' · '}
          <CatalogLink to={source.owner} />
        </>
      )}
    </>
  );
}
