import { useCallback, useMemo, useState } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { Link } from '@backstage/core-components';
import {
  FillableField,
  SheetRow,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useMissingFields } from '../api';
import { useProductsLink } from '../products/useProductsLink';
import { useDataMeshTranslation } from '../translation';
import { checkDrafts, refsIn } from './checkDrafts';
import { withPasted, withTyped } from './drafts';
import { FilledIn } from './FilledIn';
import { Sheet } from './Sheet';
import { SheetFilters } from './SheetFilters';
import { SheetTable } from './SheetTable';
import { useDrafts } from './useDrafts';
import { useRefsInCatalog } from './useRefsInCatalog';
import { useSheetQuery } from './useSheetQuery';

const PAGE_SIZE = 50;

const useStyles = makeStyles(theme => ({
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

  const inCatalog = useRefsInCatalog(useMemo(() => refsIn(drafts), [drafts]));
  const { data } = sheet;
  const checked = checkDrafts(
    drafts,
    data?.words ?? {},
    inCatalog.exists,
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
        <Sheet
          sheet={sheet}
          cursor={query.cursor}
          onMove={cursor => change({ cursor })}
        >
          {list => (
            <>
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
      {inCatalog.error && <RefsUnknown onRetry={inCatalog.refetch} />}
      <FilledIn
        drafts={drafts}
        checked={checked}
        onForget={() => setDrafts({})}
      />
    </>
  );
}

function RefsUnknown({ onRetry }: { onRetry: () => void }) {
  const { t } = useDataMeshTranslation();
  return (
    <Alert
      severity="warning"
      action={
        <Button color="inherit" size="small" onClick={onRetry}>
          {t('components.tryAgain')}
        </Button>
      }
    >
      {t('missingFields.refsUnknown')}
    </Alert>
  );
}
