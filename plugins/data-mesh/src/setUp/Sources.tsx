import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EvidenceSources } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Fold } from '../components/Fold';
import { useDataMeshTranslation } from '../translation';
import { Part } from './Part';
import { useTimeWords } from './useTimeWords';

type Source = EvidenceSources['sources'][number];

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  source: { padding: theme.spacing(1, 0) },
  quiet: { color: theme.palette.text.secondary },
}));

/** Who is asked for evidence, and when each last delivered. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  return (
    <Part title={t('setUp.sources.title')}>
      {sources.length === 0 && (
        <Typography variant="body2">{t('setUp.sources.none')}</Typography>
      )}
      <ul className={classes.list}>
        {sources.map(source => (
          <li key={source.id} className={classes.source}>
            <SourceWords source={source} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function SourceWords({ source }: { source: Source }) {
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const { ago, lasting } = useTimeWords();
  const { deliveredAt, startedAt, items = 0, refused = 0, problems } = source;

  const delivery = () => {
    if (!deliveredAt) {
      return startedAt
        ? t('setUp.sources.started', { ago: ago(startedAt) })
        : t('setUp.sources.never');
    }
    const what = { items: String(items), ago: ago(deliveredAt) };
    return refused > 0
      ? t('setUp.sources.deliveredSome', { ...what, refused: String(refused) })
      : t('setUp.sources.delivered', what);
  };

  return (
    <>
      <Typography variant="body2">{source.title}</Typography>
      <Typography variant="body2" className={classes.quiet}>
        {[
          delivery(),
          t('setUp.sources.every', { time: lasting(source.everySeconds) }),
        ].join(' · ')}
      </Typography>
      {problems.length > 0 && (
        <Fold
          defaultOpen
          label={t('setUp.sources.problems', { count: problems.length })}
        >
          <Typography variant="body2" component="ul">
            {problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </Typography>
        </Fold>
      )}
    </>
  );
}
