import { useMemo } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import {
  EntityLink,
  FacetValue,
  NodeState,
  nodeStates,
  Stance,
  stances,
  TreeNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { FacetFilter } from '../products/FacetFilter';
import { nameOf } from '../products/useFacetTitle';
import { useDataMeshTranslation } from '../translation';
import { needsAttention } from './tree/attention';
import { GoalsView } from './view';
import { useGoalWords } from './words';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 170px), 1fr))',
    columnGap: theme.spacing(2),
    alignItems: 'end',
  },
}));

const named = (value: string) => ({ ref: value, title: value });

/** What of the tree is shown. */
export function GoalsTools(props: {
  nodes: readonly TreeNode[];
  today: string;
  view: GoalsView;
  onChange: (to: Partial<GoalsView>) => void;
}) {
  const { nodes, today, view, onChange } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const facets = useMemo(
    () => ({
      domains: facetOf(nodes, ({ domain }) => domain ?? null),
      owners: facetOf(nodes, ({ owner }) => owner ?? null),
      states: facetOf(nodes, ({ state }) => named(state)),
      stances: facetOf(nodes, ({ stance }) => stance && named(stance)),
      attention: nodes.filter(node => needsAttention(node, today)).length,
    }),
    [nodes, today],
  );
  const titleIn = (values: FacetValue[], none: string) => (ref: string) =>
    ref
      ? values.find(({ value }) => value === ref)?.title ?? nameOf(ref)
      : none;

  return (
    <div
      role="group"
      aria-label={t('goals.filters.label')}
      className={classes.root}
    >
      <FacetFilter
        name="goals-domain"
        label={t('goals.filters.domain')}
        values={facets.domains}
        titleOf={titleIn(facets.domains, t('goals.filters.noDomain'))}
        selected={view.domains}
        onChange={domains => onChange({ domains })}
      />
      <FacetFilter
        name="goals-owner"
        label={t('goals.filters.owner')}
        values={facets.owners}
        titleOf={titleIn(facets.owners, t('goals.filters.noOwner'))}
        selected={view.owners}
        onChange={owners => onChange({ owners })}
      />
      <FacetFilter
        name="goals-state"
        label={t('goals.filters.state')}
        values={facets.states}
        titleOf={state => words.state(state as NodeState)}
        selected={view.states}
        onChange={to =>
          onChange({ states: nodeStates.filter(one => to.includes(one)) })
        }
      />
      <FacetFilter
        name="goals-stance"
        label={t('goals.filters.stance')}
        values={facets.stances}
        titleOf={stance => words.stance(stance as Stance)}
        selected={view.stances}
        onChange={to =>
          onChange({ stances: stances.filter(one => to.includes(one)) })
        }
      />
      {view.show === 'tree' && (
        <FormControlLabel
          control={
            <Checkbox
              color="primary"
              checked={view.attention}
              onChange={(_, attention) => onChange({ attention })}
            />
          }
          label={t('goals.filters.attention', {
            number: String(facets.attention),
          })}
        />
      )}
    </div>
  );
}

/** How many nodes have each value; null counts as the empty one. */
function facetOf(
  nodes: readonly TreeNode[],
  valueOf: (
    node: TreeNode,
  ) => Pick<EntityLink, 'ref' | 'title'> | null | undefined,
): FacetValue[] {
  const values = new Map<string, FacetValue>();
  for (const node of nodes) {
    const value = valueOf(node);
    if (value !== undefined) {
      const ref = value?.ref ?? '';
      const known = values.get(ref);
      values.set(ref, {
        value: ref,
        title: value?.title ?? '',
        count: (known?.count ?? 0) + 1,
      });
    }
  }
  return [...values.values()].sort((one, other) =>
    one.title.localeCompare(other.title),
  );
}
