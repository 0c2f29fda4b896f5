import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import {
  getCompoundEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import {
  catalogGraphApiRef,
  Direction,
  EntityNode,
  EntityRelationsGraph,
} from '@backstage/plugin-catalog-graph';
import {
  EntityInfoCard,
  useEntity,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import {
  DATA_PRODUCT_KIND,
  RELATION_CONSUMED_BY,
  RELATION_CONSUMER_OF,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';

/** The relations that data flows along. */
const relationPairs: [string, string][] = [
  [RELATION_DEPENDS_ON, RELATION_DEPENDENCY_OF],
  [RELATION_PROVIDES_API, RELATION_API_PROVIDED_BY],
  [RELATION_CONSUMES_API, RELATION_API_CONSUMED_BY],
  [RELATION_CONSUMER_OF, RELATION_CONSUMED_BY],
];

/**
 * Teams are left out: the way on through a team leads to everything else that
 * it uses. Ownership lists them.
 */
const kinds = [DATA_PRODUCT_KIND, 'API', 'Component', 'Resource', 'System'];

const useStyles = makeStyles({ graph: { height: 400, minHeight: 0 } });

/**
 * Where the data of a product comes from and goes to, in the stock graph.
 * Its settings are for products only, while those of the stock Relations card
 * hold on the pages of all kinds.
 */
export function LineageCard() {
  const { entity } = useEntity();
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const navigate = useNavigate();
  const entityRefLink = useEntityRefLink();
  const hasGraph = useApiHolder().get(catalogGraphApiRef) !== undefined;
  const root = useMemo(() => getCompoundEntityRef(entity), [entity]);
  const open = useCallback(
    (node: EntityNode) => navigate(entityRefLink(node.id)),
    [navigate, entityRefLink],
  );

  const flows = entity.relations?.some(
    ({ type, targetRef }) =>
      relationPairs.flat().includes(type) &&
      kinds.some(kind =>
        targetRef.startsWith(`${kind.toLocaleLowerCase('en-US')}:`),
      ),
  );
  if (!hasGraph || !flows) {
    return null;
  }
  return (
    <EntityInfoCard title={t('entity.lineage.title')}>
      <EntityRelationsGraph
        className={classes.graph}
        rootEntityNames={root}
        kinds={kinds}
        relations={relationPairs.flat()}
        relationPairs={relationPairs}
        maxDepth={2}
        unidirectional
        mergeRelations
        direction={Direction.LEFT_RIGHT}
        zoom="enable-on-click"
        onNodeClick={open}
      />
    </EntityInfoCard>
  );
}
