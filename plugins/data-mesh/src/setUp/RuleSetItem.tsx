import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import {
  RuleSetInForce,
  RuleSetOutline,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Fold } from '../components/Fold';
import { useDataMeshTranslation } from '../translation';
import { findRules } from './findRules';
import { RuleTexts } from './RuleTexts';
import { useTimeWords } from './useTimeWords';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(2, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  quiet: { color: theme.palette.text.secondary },
  problems: { margin: theme.spacing(1, 0) },
  text: { whiteSpace: 'pre-line' },
}));

/** A rule set, where it comes from, and its rules folded by level. */
export function RuleSetItem(props: { set: RuleSetInForce; search: string }) {
  const { set, search } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const { ago } = useTimeWords();
  const about = [
    set.origin === 'default'
      ? t('setUp.sets.originDefault')
      : t('setUp.sets.originFile', { file: set.origin }),
    set.changed ? t('setUp.sets.changed') : '',
    set.phase ? t('setUp.sets.phase', { phase: set.phase }) : '',
    t('setUp.sets.loadedAt', { day: ago(set.loadedAt) }),
  ];
  return (
    <section className={classes.root} aria-label={set.outlines[0]?.title}>
      <Typography variant="subtitle1" component="h3">
        {set.outlines[0]?.title ?? set.id}
      </Typography>
      <Typography variant="body2" className={classes.quiet}>
        {about.filter(Boolean).join(' · ')}
      </Typography>
      {set.description && (
        <Typography variant="body2" className={classes.text}>
          {set.description}
        </Typography>
      )}
      {set.problems.length > 0 && (
        <Alert severity="warning" className={classes.problems}>
          {t('setUp.sets.problems')}
          <ul>
            {set.problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Alert>
      )}
      {set.outlines.map(outline => (
        <Rules key={outline.subject} outline={outline} search={search} />
      ))}
    </section>
  );
}

function Rules(props: { outline: RuleSetOutline; search: string }) {
  const { outline, search } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const groups = findRules(outline, search);
  return (
    <>
      <Typography variant="body2" className={classes.quiet}>
        {t('setUp.sets.about', {
          version: String(outline.version),
          subject: outline.subject,
        })}
      </Typography>
      {groups.map(({ id, title, rules }) => (
        <Fold
          // What a search finds is there to be read.
          key={`${id} ${search !== ''}`}
          defaultOpen={search !== ''}
          label={t('setUp.sets.rules', {
            title: title ?? t('setUp.sets.faults'),
            count: rules.length,
          })}
        >
          <RuleTexts rules={rules} />
        </Fold>
      ))}
    </>
  );
}
