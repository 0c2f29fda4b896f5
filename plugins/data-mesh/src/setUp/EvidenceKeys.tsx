import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EvidenceSources } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';
import { Part } from './Part';
import { useTimeWords } from './useTimeWords';

const useStyles = makeStyles(theme => ({
  scroll: { overflowX: 'auto' },
  key: { fontFamily: 'monospace' },
  quiet: { color: theme.palette.text.secondary },
}));

/** What evidence there may be, and of how many entities it is known. */
export function EvidenceKeys({ keys }: Pick<EvidenceSources, 'keys'>) {
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const { ago } = useTimeWords();
  return (
    <Part title={t('setUp.keys.title')}>
      {keys.length === 0 ? (
        <Typography variant="body2">{t('setUp.keys.none')}</Typography>
      ) : (
        <div
          className={classes.scroll}
          role="region"
          aria-label={t('setUp.keys.table')}
          // What scrolls has to be reachable with the keyboard.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{t('setUp.keys.key')}</TableCell>
                <TableCell>{t('setUp.keys.tells')}</TableCell>
                <TableCell align="right">{t('setUp.keys.entities')}</TableCell>
                <TableCell>{t('setUp.keys.received')}</TableCell>
                <TableCell>{t('setUp.keys.from')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {keys.map(({ key, title, description, validDays, ...known }) => (
                <TableRow key={key}>
                  <TableCell component="th" scope="row" className={classes.key}>
                    {key}
                  </TableCell>
                  <TableCell title={description}>
                    {title}
                    {validDays !== undefined && (
                      <span className={classes.quiet}>
                        {', '}
                        {t('setUp.keys.valid', { count: validDays })}
                      </span>
                    )}
                  </TableCell>
                  <TableCell align="right">{known.entities}</TableCell>
                  <TableCell>
                    {known.receivedAt
                      ? ago(known.receivedAt)
                      : t('setUp.keys.never')}
                  </TableCell>
                  <TableCell>{known.sources.join(', ')}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </Part>
  );
}
