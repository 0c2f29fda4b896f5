import { useId } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CopyTextButton, Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  DataProductEntityV1alpha1,
  ProductDetail,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useResults } from '../../../api';
import { useTemplateLink } from '../../../scaffolder/templates';
import { useDataMeshTranslation } from '../../../translation';
import { CatalogFileLine } from '../../CatalogFileLine';
import { OWNERSHIP_FAULTS } from '../openPoints';
import { changedLines, lineOf, yamlOf } from './fileChange';

/** The fault that is also closed by moving the product instead. */
const FOREIGN = 'OF-05';

const useStyles = makeStyles(theme => ({
  heading: { marginTop: theme.spacing(2) },
  change: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
  },
  code: {
    flex: '0 1 auto',
    margin: theme.spacing(1, 0),
    padding: theme.spacing(0.75, 1),
    minWidth: 0,
    overflowX: 'auto',
    borderRadius: theme.shape.borderRadius,
    border: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.default,
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
    '& del': { textDecoration: 'none', color: theme.palette.text.secondary },
    '& ins': { textDecoration: 'none', fontWeight: 'bold' },
  },
}));

/** The exact lines of the catalog file that make the hand-over. */
export function FileChange(props: {
  product: ProductDetail;
  to: { owner: string; productOwner?: string };
}) {
  const { product, to } = props;
  const classes = useStyles();
  const { entity } = useEntity<DataProductEntityV1alpha1>();
  const { t } = useDataMeshTranslation();
  const id = useId();
  const template = useTemplateLink('change-data-product', {
    product: product.ref,
  });
  const lines = changedLines(entity, to);
  const { owner } = product;
  const { data } = useResults(product.ref);
  const isForeign = data?.items.some(
    ({ ruleSet, results }) =>
      ruleSet === OWNERSHIP_FAULTS &&
      results.some(({ code, status }) => code === FOREIGN && status === 'fail'),
  );

  return (
    <section aria-labelledby={id}>
      <Typography
        id={id}
        variant="h6"
        component="h3"
        className={classes.heading}
      >
        {t('handOver.change')}
      </Typography>
      {lines.length === 0 ? (
        <Typography variant="body2">{t('handOver.unchanged')}</Typography>
      ) : (
        <>
          <Typography variant="body2">{t('handOver.changeIntro')}</Typography>
          <div className={classes.change}>
            <pre className={classes.code}>
              <code>
                {'  spec:\n'}
                {lines.map(({ field, before, after }) => (
                  <span key={field}>
                    {before !== undefined && (
                      <del>{`-   ${lineOf(field, before)}\n`}</del>
                    )}
                    <ins>{`+   ${lineOf(field, after)}\n`}</ins>
                  </span>
                ))}
              </code>
            </pre>
            <CopyTextButton
              text={yamlOf(lines)}
              aria-label={t('handOver.copyYaml')}
              tooltipText={t('handOver.copyYaml')}
              variant="tertiary"
            />
          </div>
          <CatalogFileLine entity={entity} saysIfNone />
          {template && (
            <Typography variant="body2">
              <Link to={template}>{t('handOver.template')}</Link>
            </Typography>
          )}
        </>
      )}
      {owner && isForeign && (
        <Typography variant="body2" color="textSecondary">
          {t('handOver.orMove', { owner: owner.title })}
        </Typography>
      )}
    </section>
  );
}
