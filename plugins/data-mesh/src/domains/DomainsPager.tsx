import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ChevronLeft from '@material-ui/icons/ChevronLeft';
import ChevronRight from '@material-ui/icons/ChevronRight';
import { useDataMeshTranslation } from '../translation';
import { DomainsPage, PAGE_SIZE } from './rows';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    padding: theme.spacing(1),
  },
}));

/** From page to page, where there is more than one. */
export function DomainsPager(props: {
  page: DomainsPage;
  onMove: (page: number) => void;
}) {
  const { page, pages, total } = props.page;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  if (pages < 2) {
    return null;
  }
  return (
    <nav className={classes.root} aria-label={t('domains.pages')}>
      <Typography variant="body2" role="status">
        {t('domains.rowsOf', {
          from: String(page * PAGE_SIZE + 1),
          to: String(Math.min(total, (page + 1) * PAGE_SIZE)),
          all: String(total),
        })}
      </Typography>
      <IconButton
        aria-label={t('domains.previous')}
        disabled={page === 0}
        onClick={() => props.onMove(page - 1)}
      >
        <ChevronLeft />
      </IconButton>
      <IconButton
        aria-label={t('domains.next')}
        disabled={page + 1 >= pages}
        onClick={() => props.onMove(page + 1)}
      >
        <ChevronRight />
      </IconButton>
    </nav>
  );
}
