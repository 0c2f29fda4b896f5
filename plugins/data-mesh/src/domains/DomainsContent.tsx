import { useMemo } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { DomainList } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDomains } from '../api';
import { Loading } from '../components/Loading';
import { PageError } from '../components/PageError';
import { useDataMeshTranslation } from '../translation';
import { DomainsPager } from './DomainsPager';
import { DomainsTable } from './DomainsTable';
import { DomainsTools } from './DomainsTools';
import { NoDomainsYet } from './NoDomainsYet';
import { pageOf } from './rows';
import { useDomainsView } from './useDomainsView';
import { DomainsView } from './view';

const useStyles = makeStyles(theme => ({
  summary: {
    padding: theme.spacing(2),
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
  message: { padding: theme.spacing(2) },
}));

/** The tab Domains: how the domains stand that take part, never as a rank. */
export function DomainsContent() {
  const { t } = useDataMeshTranslation();
  const { view, change } = useDomainsView();
  const { data, error, refetch } = useDomains();

  if (data) {
    return data.items.length ? (
      <Domains list={data} view={view} onChange={change} />
    ) : (
      <NoDomainsYet others={data.notTakingPart} />
    );
  }
  if (error) {
    return <PageError error={error} onRetry={refetch} />;
  }
  return <Loading label={t('domains.loading')} lines={8} height={44} />;
}

function Domains(props: {
  list: DomainList;
  view: DomainsView;
  onChange: (to: Partial<DomainsView>) => void;
}) {
  const { list, view, onChange } = props;
  const { items, notTakingPart } = list;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const page = useMemo(() => pageOf(items, view), [items, view]);
  const matching = page.total + page.folded;

  return (
    <>
      <Paper className={classes.summary}>
        <Typography role="status">{countWords()}</Typography>
        <DomainsTools items={items} view={view} onChange={onChange} />
      </Paper>
      <Paper component="section" aria-label={t('domains.table')}>
        {matching === 0 ? (
          <div className={classes.message}>
            <Typography>{t('domains.nothing')}</Typography>
            <Button color="primary" onClick={() => onChange({ owners: [] })}>
              {t('domains.clear')}
            </Button>
          </div>
        ) : (
          <DomainsTable page={page} view={view} onChange={onChange} />
        )}
        <DomainsPager page={page} onMove={to => onChange({ page: to })} />
      </Paper>
    </>
  );

  function countWords() {
    const count = items.length;
    if (view.owners.length) {
      return t('domains.filtered', {
        shown: String(matching),
        all: String(count),
      });
    }
    return notTakingPart
      ? t('domains.count', { count, all: String(count + notTakingPart) })
      : t('domains.countAll', { count });
  }
}
