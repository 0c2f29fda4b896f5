import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { WaiverRecord } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useWaivers } from '../../../api';
import { CatalogLink } from '../../../components/CatalogLink';
import { dateWords } from '../../../components/dateWords';
import { useDataMeshTranslation } from '../../../translation';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(2, 0) },
  list: {
    margin: 0,
    paddingLeft: theme.spacing(3),
    // Not by colour alone: these links stand amid other text
    '& a': { textDecoration: 'underline' },
  },
}));

/** The exceptions that hold or are asked for: by whom, until when and why. */
export function ExceptionList({ entityRef }: { entityRef: string }) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const { data } = useWaivers({
    entity: [entityRef],
    state: ['asked', 'approved'],
    limit: 100,
  });
  // What is set aside is told with the rules too; nothing is lost without it.
  if (!data?.items.length) {
    return null;
  }
  const title = t('maturity.exceptions.title');
  return (
    <section className={classes.root} aria-label={title}>
      <Typography variant="h6" component="h3">
        {title}
      </Typography>
      <ul className={classes.list}>
        {data.items.map(waiver => (
          <Typography key={waiver.id} variant="body2" component="li">
            {t('maturity.setAsideItem', {
              rule: waiver.title ?? waiver.rule,
              date: dateWords(waiver.until),
            })}
            <Typography variant="body2" component="div" color="textSecondary">
              {waiver.reason} <ByWhom waiver={waiver} />
            </Typography>
          </Typography>
        ))}
      </ul>
    </section>
  );
}

function ByWhom({ waiver }: { waiver: WaiverRecord }) {
  const { t } = useDataMeshTranslation();
  const asked = <CatalogLink to={waiver.askedBy} />;
  return waiver.state === 'approved' && waiver.decidedBy ? (
    <>
      {t('maturity.exceptions.approved', {
        asked,
        approved: <CatalogLink to={waiver.decidedBy} />,
      })}
    </>
  ) : (
    <>{t('maturity.exceptions.asked', { asked })}</>
  );
}
