import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { ContractProblem } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2), overflowWrap: 'anywhere' },
  alert: { marginBottom: theme.spacing(2) },
}));

/** What stood in the way of reading a contract, each with its place. */
export function ContractProblems(props: {
  problems: readonly ContractProblem[];
  isUnreadable: boolean;
}) {
  const { problems, isUnreadable } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  if (!problems.length) {
    return null;
  }
  return (
    <Alert
      severity={isUnreadable ? 'error' : 'warning'}
      className={classes.alert}
    >
      <AlertTitle>
        {isUnreadable
          ? t('contract.unreadable.title')
          : t('contract.problems', { count: problems.length })}
      </AlertTitle>
      {isUnreadable && <p>{t('contract.unreadable.text')}</p>}
      <ul className={classes.list}>
        {problems.map(({ message, line, column }, index) => (
          <li key={index}>
            {line && (
              <strong>
                {t('contract.place', {
                  line: String(line),
                  column: String(column),
                })}
                {': '}
              </strong>
            )}
            {message}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
