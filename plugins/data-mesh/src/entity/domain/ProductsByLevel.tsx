import { useId } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { DomainRow } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useOutline } from '../../api';
import { LevelBars } from '../../components/charts/LevelBars';
import { useProductsLink } from '../../products/useProductsLink';
import { useDataMeshTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(2) },
  levels: {
    ...theme.typography.body2,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& a': { textDecoration: 'underline' },
  },
}));

/** Products at target, and the way to those of each level. */
export function ProductsByLevel({ row }: { row: DomainRow }) {
  const { total, withTarget, atTarget, byLevel } = row.products;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const id = useId();
  const listLink = useProductsLink();
  const levels = useOutline('data-product-maturity', 'DataProduct')?.levels;
  if (!total) {
    return null;
  }
  const told = byLevel.flatMap((count, level) =>
    count
      ? [
          {
            level,
            words: t('domain.maturity.productsAt', {
              count,
              level: levels?.[level]?.title ?? String(level),
            }),
            link: listLink({
              domain: [row.domain.ref],
              level: [String(level)],
            }),
          },
        ]
      : [],
  );
  return (
    <section className={classes.root} aria-labelledby={id}>
      <Typography id={id} variant="body2">
        {withTarget
          ? t('domain.maturity.atTarget', {
              count: withTarget,
              at: String(atTarget),
            })
          : t('domain.maturity.noTarget')}{' '}
        <LevelBars
          counts={byLevel}
          label={`${t('domain.maturity.byLevel')}: ${told
            .map(({ words }) => words)
            .join(', ')}`}
        />
      </Typography>
      <ul className={classes.levels}>
        {told.map(({ level, words, link }) => (
          <li key={level}>{link ? <Link to={link}>{words}</Link> : words}</li>
        ))}
      </ul>
    </section>
  );
}
