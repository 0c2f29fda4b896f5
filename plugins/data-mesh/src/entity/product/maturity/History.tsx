import { useState } from 'react';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  ChangesQuery,
  ResultChange,
  RuleSetOutline,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useResultChanges } from '../../../api';
import { LoadError } from '../../../components/LoadError';
import { useDataMeshTranslation } from '../../../translation';
import { useChangeWords } from './useChangeWords';

const LIMIT = 20;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: theme.spacing(1, 0), padding: 0 },
  item: { padding: theme.spacing(0.75, 0) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
  only: { minWidth: 160 },
}));

type Only = NonNullable<ChangesQuery['only']> | 'all';

/** How results changed and what caused it, the newest first. */
export function History(props: {
  entityRef: string;
  outlines: readonly RuleSetOutline[];
}) {
  const { entityRef, outlines } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const [only, setOnly] = useState<Only>('all');
  const [cursors, setCursors] = useState<string[]>([]);

  return (
    <section aria-label={t('maturity.history.title')}>
      <div className={classes.head}>
        <Typography variant="h6" component="h3">
          {t('maturity.history.title')}
        </Typography>
        <TextField
          select
          size="small"
          variant="outlined"
          id="data-mesh-history-only"
          className={classes.only}
          label={t('maturity.history.label')}
          value={only}
          onChange={event => {
            setOnly(event.target.value as Only);
            setCursors([]);
          }}
          SelectProps={{ labelId: 'data-mesh-history-only-label' }}
          InputLabelProps={{ id: 'data-mesh-history-only-label' }}
        >
          {(['all', 'levels', 'rules'] as const).map(one => (
            <MenuItem key={one} value={one}>
              {t(`maturity.history.only.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      </div>
      {[undefined, ...cursors].map((cursor, page, all) => (
        <Changes
          key={`${only} ${cursor ?? ''}`}
          entityRef={entityRef}
          outlines={outlines}
          query={{
            limit: LIMIT,
            ...(only !== 'all' && { only }),
            ...(cursor && { cursor }),
          }}
          onMore={
            page === all.length - 1
              ? next => setCursors([...cursors, next])
              : undefined
          }
        />
      ))}
    </section>
  );
}

function Changes(props: {
  entityRef: string;
  outlines: readonly RuleSetOutline[];
  query: ChangesQuery;
  onMore?: (cursor: string) => void;
}) {
  const { entityRef, outlines, query, onMore } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const { data, error, refetch } = useResultChanges(entityRef, query);
  if (error) {
    return <LoadError error={error} onRetry={refetch} />;
  }
  if (!data) {
    return (
      <div role="status" aria-label={t('maturity.history.loading')}>
        <Skeleton />
        <Skeleton width="70%" />
      </div>
    );
  }
  if (!data.items.length) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('maturity.history.none')}
      </Typography>
    );
  }
  const { nextCursor } = data;
  return (
    <>
      <ul className={classes.list}>
        {data.items.map(change => (
          <li key={change.id} className={classes.item}>
            <Change change={change} outlines={outlines} />
          </li>
        ))}
      </ul>
      {nextCursor && onMore && (
        <Button size="small" onClick={() => onMore(nextCursor)}>
          {t('maturity.history.more')}
        </Button>
      )}
    </>
  );
}

function Change(props: {
  change: ResultChange;
  outlines: readonly RuleSetOutline[];
}) {
  const { change, outlines } = props;
  const words = useChangeWords(outlines);
  return (
    <>
      <Typography variant="body2">{words.what(change)}</Typography>
      <Typography variant="body2" color="textSecondary">
        <time dateTime={change.at}>{words.ago(change)}</time>:{' '}
        {words.cause(change)}
      </Typography>
    </>
  );
}
