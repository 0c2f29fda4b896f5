import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { useDataMeshTranslation } from '../../translation';
import { AccessAction } from './AccessAction';
import { frankLine, FrankTone } from './frankLine';
import { FrankSentences } from './FrankSentences';
import { useProductPage } from './useProductPage';
import { useStanding } from './useStanding';

const useStyles = makeStyles<Theme, { tone: FrankTone }>(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
  },
  dot: {
    flex: 'none',
    width: '0.75rem',
    height: '0.75rem',
    borderRadius: '50%',
    backgroundColor: ({ tone }) =>
      ({
        stop: theme.palette.error.main,
        careful: theme.palette.warning.main,
        idea: theme.palette.info.main,
        fine: theme.palette.success.main,
      }[tone]),
  },
  line: {
    flex: '1 1 24rem',
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
  },
  access: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    marginLeft: 'auto',
  },
}));

/**
 * What a reader has to know first, in one line: who answers, who uses it,
 * whether it is going away, and what to use instead.
 */
export function FrankLineCard() {
  const { entity, spec, product, owner, successor } = useProductPage();
  const { t } = useDataMeshTranslation();
  const { data } = product;
  const standing = useStanding(entity);
  const { tone, sentences } = frankLine({
    ...standing.facts,
    lifecycle: data?.lifecycle ?? spec.lifecycle,
    owner,
    successor,
    until: spec.deprecation?.until,
    use: data && { teams: data.usedByTeams, byOwnTeam: data.usedByOwnTeam },
  });
  const classes = useStyles({ tone });

  return (
    <EntityInfoCard>
      <section className={classes.root} aria-label={t('product.frank.label')}>
        {product.isPending || standing.isPending ? (
          <div
            className={classes.line}
            role="status"
            aria-label={t('product.loading')}
          >
            <Skeleton width="70%" />
          </div>
        ) : (
          <div className={classes.line}>
            <span className={classes.dot} aria-hidden />
            <Typography component="p">
              <FrankSentences sentences={sentences} />
            </Typography>
          </div>
        )}
        <div className={classes.access}>
          <AccessAction owner={owner} />
        </div>
      </section>
    </EntityInfoCard>
  );
}
