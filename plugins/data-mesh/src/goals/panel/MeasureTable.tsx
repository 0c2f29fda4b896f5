import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { ValueNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogLink } from '../../components/CatalogLink';
import { dateWords } from '../../components/dateWords';
import { SafeLink } from '../../components/SafeLink';
import { useDataMeshTranslation } from '../../translation';
import { amountWords } from '../measures';
import { useGoalWords } from '../words';

const useStyles = makeStyles({
  // Too many words for the width scroll; the theme would break them anywhere.
  cell: { verticalAlign: 'top', wordBreak: 'normal' },
  old: { textDecoration: 'line-through' },
});

/** All that is drawn of a measure, in words; the newest first. */
export function MeasureTable(props: {
  measure: ValueNode['measures'][number];
}) {
  const { measure } = props;
  const { baseline, target, checkpoints = [], checkIns, unit } = measure;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const range =
    target?.from !== undefined && target.to !== undefined
      ? t('goals.chart.fromTo', {
          from: amountWords(target.from, unit),
          to: amountWords(target.to, unit),
        })
      : undefined;
  const wanted =
    target?.value === undefined ? range : amountWords(target.value, unit);

  return (
    <TableContainer>
      <Table size="small" aria-label={measure.name}>
        <TableHead>
          <TableRow>
            <TableCell>{t('goals.chart.date')}</TableCell>
            <TableCell>{t('goals.chart.value')}</TableCell>
            <TableCell>{t('goals.chart.note')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {target &&
            wanted &&
            row(target.date, wanted, t('goals.chart.target'))}
          {[...checkpoints]
            .reverse()
            .map(({ date, value }) =>
              row(date, amountWords(value, unit), t('goals.chart.checkpoint')),
            )}
          {[...checkIns]
            .sort((one, other) => other.date.localeCompare(one.date))
            .map(checkIn => (
              <TableRow key={checkIn.id}>
                <TableCell className={classes.cell}>
                  {dateWords(checkIn.date)}
                </TableCell>
                <TableCell className={classes.cell}>
                  <span className={checkIn.supersededBy && classes.old}>
                    {amountWords(checkIn.value, unit)}
                  </span>
                  {checkIn.supersededBy && <> {t('goals.chart.superseded')}</>}
                </TableCell>
                <TableCell className={classes.cell}>
                  {checkIn.note}{' '}
                  {checkIn.confidence && (
                    <>{words.confidence(checkIn.confidence)} </>
                  )}
                  {checkIn.link && (
                    <SafeLink url={checkIn.link}>
                      {t('goals.chart.link')}
                    </SafeLink>
                  )}{' '}
                  {checkIn.by && <CatalogLink to={checkIn.by} />}
                </TableCell>
              </TableRow>
            ))}
          {baseline &&
            row(
              baseline.date,
              amountWords(baseline.value, unit),
              t('goals.chart.baseline'),
            )}
        </TableBody>
      </Table>
    </TableContainer>
  );

  function row(date: string, value: string, what: string) {
    return (
      <TableRow key={`${what} ${date}`}>
        <TableCell className={classes.cell}>{dateWords(date)}</TableCell>
        <TableCell className={classes.cell}>{value}</TableCell>
        <TableCell className={classes.cell}>{what}</TableCell>
      </TableRow>
    );
  }
}
