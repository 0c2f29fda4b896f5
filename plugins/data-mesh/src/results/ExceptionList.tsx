import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { WaiverRecord } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../components/CatalogLink';
import { dateWords } from '../components/dateWords';
import { today } from '../components/today';
import { useDataMeshTranslation } from '../translation';
import { exceptionsToShow } from './exceptionsToShow';
import { useExceptions } from './useExceptions';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(2, 0) },
  list: {
    margin: 0,
    paddingLeft: theme.spacing(3),
    // Not by colour alone: these links stand amid other text
    '& a': { textDecoration: 'underline' },
  },
}));

/**
 * The exceptions of an entity that hold, are asked for or were declined: by
 * whom, until when and why.
 */
export function ExceptionList({ entityRef }: { entityRef: string }) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const { data } = useExceptions(entityRef);
  const waivers = exceptionsToShow(data?.items ?? [], today());
  // What is set aside is told with the rules too; nothing is lost without it.
  if (!waivers.length) {
    return null;
  }
  const title = t('results.exceptions.title');
  return (
    <section className={classes.root} aria-label={title}>
      <Typography variant="h6" component="h3">
        {title}
      </Typography>
      <ul className={classes.list}>
        {waivers.map(waiver => (
          <Typography key={waiver.id} variant="body2" component="li">
            {t('results.exceptions.item', {
              rule: waiver.title ?? waiver.rule,
              date: dateWords(waiver.until),
            })}
            <Typography variant="body2" component="div" color="textSecondary">
              {waiver.reason} <HowItStands waiver={waiver} />
            </Typography>
          </Typography>
        ))}
      </ul>
    </section>
  );
}

function HowItStands({ waiver }: { waiver: WaiverRecord }) {
  const { t } = useDataMeshTranslation();
  const { state, askedBy, decidedBy, decisionNote } = waiver;
  const asked = <CatalogLink to={askedBy} />;
  if (state === 'asked' || !decidedBy) {
    return <>{t('results.exceptions.asked', { asked })}</>;
  }
  return (
    <>
      {t(
        state === 'declined'
          ? 'results.exceptions.declined'
          : 'results.exceptions.approved',
        { asked, decided: <CatalogLink to={decidedBy} /> },
      )}
      {decisionNote && (
        <> {t('results.exceptions.note', { note: decisionNote })}</>
      )}
    </>
  );
}
