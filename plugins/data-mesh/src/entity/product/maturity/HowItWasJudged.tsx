import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { RuleExplanation } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useExplanation } from '../../../api';
import { dateWords } from '../../../components/dateWords';
import { Fold } from '../../../components/Fold';
import { LoadError } from '../../../components/LoadError';
import { useDataMeshTranslation } from '../../../translation';
import { useFactWords } from './useFactWords';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  text: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
  label: { color: theme.palette.text.secondary, marginTop: theme.spacing(1) },
  cell: { verticalAlign: 'top', overflowWrap: 'anywhere' },
}));

/** The facts that a rule read and what each of its parts came to, on demand. */
export function HowItWasJudged(props: {
  entityRef: string;
  ruleSet: string;
  rule: string;
}) {
  const { t } = useDataMeshTranslation();
  return (
    <Fold label={t('maturity.tab.judge')}>
      <Judgement {...props} />
    </Fold>
  );
}

function Judgement(props: {
  entityRef: string;
  ruleSet: string;
  rule: string;
}) {
  const { entityRef, ruleSet, rule } = props;
  const { t } = useDataMeshTranslation();
  const { data, error, refetch } = useExplanation(entityRef, { ruleSet, rule });
  if (error) {
    return <LoadError error={error} onRetry={refetch} />;
  }
  if (!data) {
    return (
      <div role="status" aria-label={t('maturity.tab.judging')}>
        <Skeleton />
        <Skeleton width="60%" />
      </div>
    );
  }
  return <Explanation explanation={data} />;
}

function Explanation({ explanation }: { explanation: RuleExplanation }) {
  const { parts, facts, parameters, evidence, today } = explanation;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useFactWords();
  return (
    <>
      <Typography variant="body2" className={classes.label}>
        {t('maturity.judged.day', { date: dateWords(today) })}{' '}
        {!parts.length && !evidence.length && t('maturity.judged.none')}
      </Typography>
      {parts.length > 0 && (
        <>
          <Typography variant="body2" className={classes.label}>
            {t('maturity.judged.parts')}
          </Typography>
          <ul className={classes.list}>
            {parts.map(({ of, text, outcome, error }, index) => (
              <Typography key={`${of} ${index}`} variant="body2" component="li">
                {of === 'when' && `${t('maturity.judged.when')} `}
                <span className={classes.text}>{text}</span>{' '}
                <strong>{t(`maturity.judged.outcome.${outcome}`)}</strong>
                {error && ` (${error})`}
              </Typography>
            ))}
          </ul>
        </>
      )}
      {facts.length > 0 && (
        <TableContainer>
          <Table size="small" aria-label={t('maturity.judged.facts')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('maturity.judged.fact')}</TableCell>
                <TableCell>{t('maturity.judged.value')}</TableCell>
                <TableCell>{t('maturity.judged.from')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {facts.map(({ name, description, source, value, refusal }) => (
                <TableRow key={name}>
                  <TableCell
                    component="th"
                    scope="row"
                    className={classes.cell}
                  >
                    {description}
                  </TableCell>
                  <TableCell className={classes.cell}>
                    {words.value(value)}
                    {refusal && ` (${refusal})`}
                  </TableCell>
                  <TableCell className={classes.cell}>{source}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      {parameters.length > 0 && (
        <>
          <Typography variant="body2" className={classes.label}>
            {t('maturity.judged.parameters')}
          </Typography>
          <ul className={classes.list}>
            {parameters.map(({ name, description, value }) => (
              <Typography key={name} variant="body2" component="li">
                {description}: {words.value(value)}
              </Typography>
            ))}
          </ul>
        </>
      )}
      {evidence.length > 0 && (
        <>
          <Typography variant="body2" className={classes.label}>
            {t('maturity.judged.evidence')}
          </Typography>
          <ul className={classes.list}>
            {evidence.map(one => (
              <Typography key={one.key} variant="body2" component="li">
                {one.key}: {words.evidence(one)}
              </Typography>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
