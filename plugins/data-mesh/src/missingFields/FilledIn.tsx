import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  FillableField,
  MOST_FILLED_PRODUCTS,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useMakePatches } from '../api';
import { SendError } from '../components/SendError';
import { useDataMeshTranslation } from '../translation';
import { changesOf, CheckedDrafts } from './checkDrafts';
import { Drafts } from './drafts';
import { Patches } from './Patches';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2), marginTop: theme.spacing(2) },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0),
  },
}));

/** What was filled in on all pages, what is wrong with it, and the patches. */
export function FilledIn(props: {
  drafts: Drafts;
  checked: CheckedDrafts;
  onForget: () => void;
}) {
  const { drafts, checked, onForget } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const [isSure, setSure] = useState(false);
  const [patches, setPatches] = useState<
    Awaited<ReturnType<typeof send>> | undefined
  >();
  const { send, isSending, error } = useMakePatches();
  const changes = changesOf(checked);
  const wrong = Object.entries(checked).flatMap(([ref, cells]) =>
    Object.entries(cells).flatMap(([field, cell]) =>
      cell.state === 'wrong'
        ? [{ ref, field: field as FillableField, problem: cell.problem }]
        : [],
    ),
  );
  const values = Object.values(drafts).flatMap(({ fields }) =>
    Object.keys(fields),
  ).length;
  const tooMany = changes.length > MOST_FILLED_PRODUCTS;
  const titleOf = (ref: string) => drafts[ref]?.title ?? ref;

  const make = () => {
    send({ changes })
      .then(setPatches)
      // Told below by `error`.
      .catch(() => {});
  };
  const forget = () => {
    if (isSure) {
      onForget();
      setPatches(undefined);
    }
    setSure(!isSure);
  };

  return (
    <Paper
      component="section"
      className={classes.root}
      aria-label={t('missingFields.filled.title')}
    >
      <Typography variant="h6" component="h2">
        {t('missingFields.filled.title')}
      </Typography>
      <Typography variant="body2">
        {values
          ? t('missingFields.filled.some', {
              count: values,
              products: t('missingFields.filled.products', {
                count: Object.keys(drafts).length,
              }),
            })
          : t('missingFields.filled.none')}
      </Typography>
      {wrong.length > 0 && (
        <>
          <Typography variant="body2">
            {t('missingFields.filled.wrong', { count: wrong.length })}
          </Typography>
          <Typography variant="body2" component="ul">
            {wrong.map(({ ref, field, problem }) => (
              <li key={`${ref} ${field}`}>
                {t('missingFields.filled.wrongOne', {
                  product: titleOf(ref),
                  field: t(`missingFields.field.${field}`),
                  problem,
                })}
              </li>
            ))}
          </Typography>
        </>
      )}
      {tooMany && (
        <Typography variant="body2">
          {t('missingFields.filled.tooMany', {
            most: String(MOST_FILLED_PRODUCTS),
            number: String(changes.length),
          })}
        </Typography>
      )}
      <div className={classes.actions}>
        <Button
          variant="contained"
          color="primary"
          disabled={!changes.length || tooMany || isSending}
          onClick={make}
        >
          {t(
            isSending
              ? 'missingFields.filled.making'
              : 'missingFields.filled.make',
          )}
        </Button>
        {values > 0 && (
          <Button onClick={forget} onBlur={() => setSure(false)}>
            {t(
              isSure
                ? 'missingFields.filled.really'
                : 'missingFields.filled.forget',
            )}
          </Button>
        )}
      </div>
      {error && <SendError error={error} />}
      {patches && <Patches made={patches} titleOf={titleOf} />}
    </Paper>
  );
}
