import { useCallback, useMemo, useState } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import {
  FillableField,
  MissingFieldsList,
  SheetRow,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded, useMissingFields } from '../api';
import { isWithoutBackend } from '../components/errors';
import { LoadError } from '../components/LoadError';
import { NoBackend } from '../products/NoBackend';
import { NoProductsYet } from '../products/NoProductsYet';
import { ProductListSkeleton } from '../products/ProductListSkeleton';
import { useProductsLink } from '../products/useProductsLink';
import { useDataMeshTranslation } from '../translation';
import { checkDrafts, refsIn } from './checkDrafts';
import { withPasted, withTyped } from './drafts';
import { FilledIn } from './FilledIn';
import { SheetFilters } from './SheetFilters';
import { SheetTable } from './SheetTable';
import { useDrafts } from './useDrafts';
import { useRefsInCatalog } from './useRefsInCatalog';
import { useSheetQuery } from './useSheetQuery';

const PAGE_SIZE = 50;

const useStyles = makeStyles(theme => ({
  pager: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
  },
  help: { padding: theme.spacing(0, 2, 1) },
}));

/** The sheet in which catalog files are filled in, many at once. */
export function MissingFieldsContent() {
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const { query, change } = useSheetQuery();
  const sheet = useMissingFields({ ...query, limit: PAGE_SIZE });
  const [drafts, setDrafts] = useDrafts();
  const [said, setSaid] = useState('');
  const back = useProductsLink()({});

  const exists = useRefsInCatalog(useMemo(() => refsIn(drafts), [drafts]));
  const { data } = sheet;
  const checked = checkDrafts(
    drafts,
    data?.words ?? {},
    exists,
    t('missingFields.notInCatalog'),
  );
  const type = useCallback(
    (row: SheetRow, field: FillableField, typed: string) =>
      setDrafts(now => withTyped(now, row, field, typed)),
    [setDrafts],
  );
  const paste = (at: { row: number; field: FillableField }, text: string) => {
    const pasted = withPasted(drafts, data?.items ?? [], at, text);
    setDrafts(pasted.drafts);
    setSaid(
      [
        t('missingFields.pasted', { count: pasted.filled }),
        pasted.left > 0
          ? t('missingFields.pastedOver', { count: pasted.left })
          : '',
      ].join(' '),
    );
  };

  return (
    <>
      <Typography paragraph>{t('missingFields.intro')}</Typography>
      {back && (
        <Typography paragraph>
          <Link to={back}>{t('missingFields.back')}</Link>
        </Typography>
      )}
      <SheetFilters query={query} facets={data?.facets} onChange={change} />
      <Paper>
        <Sheet sheet={sheet}>
          {list => (
            <>
              <Pager list={list} onMove={cursor => change({ cursor })} />
              <Typography variant="body2" className={classes.help}>
                {t('missingFields.help')}
              </Typography>
              <SheetTable
                list={list}
                drafts={drafts}
                checked={checked}
                onType={type}
                onPaste={paste}
              />
            </>
          )}
        </Sheet>
        <Typography
          variant="body2"
          component="div"
          role="status"
          aria-live="polite"
          className={classes.help}
        >
          {said}
        </Typography>
      </Paper>
      <FilledIn
        drafts={drafts}
        checked={checked}
        onForget={() => setDrafts({})}
      />
    </>
  );
}

function Sheet(props: {
  sheet: Loaded<MissingFieldsList>;
  children: (list: MissingFieldsList) => JSX.Element;
}) {
  const { data, error, refetch } = props.sheet;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  if (!data) {
    if (error) {
      return isWithoutBackend(error) ? (
        <NoBackend />
      ) : (
        <LoadError error={error} onRetry={refetch} />
      );
    }
    return (
      <div role="status" aria-label={t('missingFields.loading')}>
        <ProductListSkeleton rows={5} />
      </div>
    );
  }
  if (data.all === 0) {
    return <NoProductsYet />;
  }
  return data.items.length ? (
    props.children(data)
  ) : (
    <Typography className={classes.pager}>
      {t('missingFields.nothingFound')}
    </Typography>
  );
}

function Pager(props: {
  list: MissingFieldsList;
  onMove: (cursor: string | undefined) => void;
}) {
  const { total, all, prevCursor, nextCursor } = props.list;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const to = (cursor: string | undefined, words: string) => (
    <Button
      variant="outlined"
      size="small"
      disabled={!cursor}
      onClick={() => props.onMove(cursor)}
    >
      {words}
    </Button>
  );
  return (
    <div className={classes.pager}>
      <Typography variant="body2">
        {t('missingFields.count', { total: String(total), count: all })}
      </Typography>
      {(prevCursor || nextCursor) && (
        <nav aria-label={t('missingFields.pages')}>
          {to(prevCursor, t('missingFields.previous'))}{' '}
          {to(nextCursor, t('missingFields.next'))}
        </nav>
      )}
    </div>
  );
}
