import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ToDoEntry } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Fold } from '../../../components/Fold';
import { useDataMeshTranslation } from '../../../translation';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** What is not known yet, and what would make it known. */
export function NotKnown({ entries }: { entries: readonly ToDoEntry[] }) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  if (!entries.length) {
    return null;
  }
  const how = ({ rule }: ToDoEntry): string | undefined => {
    if (rule?.ask) {
      return t('maturity.answerMakesKnown', { question: rule.ask.text });
    }
    return rule?.needs.length
      ? t('maturity.evidenceMakesKnown', { keys: rule.needs.join(', ') })
      : undefined;
  };
  return (
    <Fold label={t('maturity.unknownCount', { count: entries.length })}>
      <ul className={classes.list}>
        {entries.map(entry => {
          const known = how(entry);
          return (
            <Typography key={entry.id} variant="body2" component="li">
              {entry.title}
              <Typography variant="body2" component="div" color="textSecondary">
                {known
                  ? t('maturity.makesKnown', { how: known })
                  : entry.reason}
              </Typography>
            </Typography>
          );
        })}
      </ul>
    </Fold>
  );
}
