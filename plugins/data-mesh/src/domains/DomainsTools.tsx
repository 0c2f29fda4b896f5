import { useId, useMemo } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import ViewColumn from '@material-ui/icons/ViewColumn';
import {
  DomainRow,
  FacetValue,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { MenuButton } from '../components/MenuButton';
import { FacetFilter } from '../products/FacetFilter';
import { nameOf } from '../products/useFacetTitle';
import { useDataMeshTranslation } from '../translation';
import { domainColumns, DomainsView } from './view';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: theme.spacing(2),
  },
  owner: { minWidth: 240 },
  group: { minWidth: 120 },
  check: { padding: theme.spacing(0, 1, 0, 0) },
}));

/** What of the domains the table shows, and how. */
export function DomainsTools(props: {
  items: readonly DomainRow[];
  view: DomainsView;
  onChange: (to: Partial<DomainsView>) => void;
}) {
  const { items, view, onChange } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const id = useId();
  const owners = useMemo(() => ownersOf(items), [items]);
  const titleOf = (ref: string) =>
    ref
      ? owners.find(({ value }) => value === ref)?.title ?? nameOf(ref)
      : t('domains.noOwner');

  return (
    <div
      role="group"
      aria-label={t('domains.landmark')}
      className={classes.root}
    >
      <div className={classes.owner}>
        <FacetFilter
          name="domain-owner"
          label={t('domains.owner')}
          values={owners}
          titleOf={titleOf}
          selected={view.owners}
          onChange={to => onChange({ owners: to })}
        />
      </div>
      <TextField
        id={id}
        select
        label={t('domains.group')}
        value={view.groupBy}
        onChange={({ target }) =>
          onChange({ groupBy: target.value === 'owner' ? 'owner' : 'none' })
        }
        className={classes.group}
      >
        <MenuItem value="none">{t('domains.groups.none')}</MenuItem>
        <MenuItem value="owner">{t('domains.groups.owner')}</MenuItem>
      </TextField>
      <Columns view={view} onChange={onChange} />
    </div>
  );
}

function Columns(props: {
  view: DomainsView;
  onChange: (to: Partial<DomainsView>) => void;
}) {
  const { view, onChange } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  return (
    <MenuButton
      label={t('domains.columns')}
      look={{ startIcon: <ViewColumn /> }}
    >
      {() =>
        domainColumns.map(column => {
          const isShown = view.columns.includes(column);
          return (
            <MenuItem
              key={column}
              role="menuitemcheckbox"
              aria-checked={isShown}
              onClick={() =>
                onChange({
                  page: view.page,
                  columns: domainColumns.filter(other =>
                    other === column ? !isShown : view.columns.includes(other),
                  ),
                })
              }
            >
              <Checkbox
                className={classes.check}
                size="small"
                color="primary"
                checked={isShown}
                tabIndex={-1}
                inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
              />
              {t(`domains.column.${column}`)}
            </MenuItem>
          );
        })
      }
    </MenuButton>
  );
}

function ownersOf(items: readonly DomainRow[]): FacetValue[] {
  const owners = new Map<string, FacetValue>();
  for (const { owner } of items) {
    const value = owner?.ref ?? '';
    const known = owners.get(value);
    owners.set(value, {
      value,
      title: owner?.title ?? '',
      count: (known?.count ?? 0) + 1,
    });
  }
  return [...owners.values()].sort((one, other) =>
    one.title.localeCompare(other.title),
  );
}
