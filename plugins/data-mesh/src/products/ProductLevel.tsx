import { makeStyles } from '@material-ui/core/styles';
import { ProductSummary } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useRuleSets } from '../api';
import { useResultWords } from '../results';
import { useDataMeshTranslation } from '../translation';

/** The rule set that puts products on a level. */
const PRODUCT_MATURITY = 'data-product-maturity';

const useStyles = makeStyles(theme => ({
  unknown: { color: theme.palette.text.secondary },
}));

/**
 * The level of a product, and whether that is the one asked of it. Grey where
 * it was not evaluated yet.
 */
export function ProductLevel(props: {
  product: Pick<ProductSummary, 'level' | 'target' | 'meetsTarget'>;
}) {
  const { level, target, meetsTarget } = props.product;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useResultWords();
  const { data } = useRuleSets({ enabled: level !== undefined });

  if (level === undefined) {
    return (
      <span className={classes.unknown}>{t('products.level.unknown')}</span>
    );
  }
  const outline = data?.items
    .find(({ id }) => id === PRODUCT_MATURITY)
    ?.outlines.find(({ levels }) => levels.length > 0);
  const word = words.level(outline, level);
  if (target === undefined) {
    return <>{word}</>;
  }
  return meetsTarget ?? level >= target ? (
    <>{t('products.level.reached', { level: word })}</>
  ) : (
    <>
      {t('products.level.below', {
        level: word,
        target: words.level(outline, target),
      })}
    </>
  );
}
