import Button from '@material-ui/core/Button';
import { ValueNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { useGoalDialogs } from '../forms/GoalDialogs';
import { CheckInButton, MeasureLine } from '../measures';
import { useGoalWords } from '../words';
import { ForPipeline } from './ForPipeline';
import { MeasureChart } from './MeasureChart';
import { NoMeasures } from './NoMeasures';
import { Section } from './Section';
import { usePanelStyles } from './usePanelStyles';

/** The measures of a node, each over time. */
export function NodeMeasures(props: {
  node: ValueNode;
  /** Where other nodes are shown; in the tab Goals unless it says so. */
  linkTo?: (id: string) => string;
}) {
  const { node, linkTo } = props;
  const { t } = useDataMeshTranslation();
  const classes = usePanelStyles();
  const words = useGoalWords();
  const open = useGoalDialogs();
  const { measures } = node;
  const { kind, title, may } = node.node;
  const mayAdd = may.includes('edit') && !node.node.managedBy;
  if (
    measures.length === 0 &&
    (kind === 'vision' || kind === 'initiative') &&
    !mayAdd
  ) {
    return null;
  }
  return (
    <Section
      title={t('goals.panel.measures')}
      action={
        mayAdd && (
          <Button
            size="small"
            color="primary"
            onClick={() => open({ act: 'add-measure', node })}
          >
            {t('goals.panel.addMeasure')}
          </Button>
        )
      }
    >
      {measures.length === 0 && <NoMeasures node={node} linkTo={linkTo} />}
      <ul className={classes.list}>
        {measures.map(measure => (
          <li key={measure.id}>
            <MeasureLine measure={measure} />
            <div className={classes.quiet}>
              {[
                measure.primary && t('goals.panel.primary'),
                words.class(measure.class),
                words.timing(measure.timing),
                t('goals.panel.cadence', { count: measure.cadenceDays }),
                measure.source &&
                  t('goals.panel.source', { source: measure.source }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
            <MeasureChart measure={measure} />
            <div className={classes.actions}>
              <CheckInButton measure={measure} nodeTitle={title} />
              {measure.may.includes('edit') && (
                <>
                  <Button
                    size="small"
                    aria-label={t('goals.panel.editNamed', {
                      name: measure.name,
                    })}
                    onClick={() => open({ act: 'edit-measure', measure })}
                  >
                    {t('goals.panel.edit')}
                  </Button>
                  <Button
                    size="small"
                    aria-label={t('goals.panel.deleteNamed', {
                      name: measure.name,
                    })}
                    onClick={() => open({ act: 'delete-measure', measure })}
                  >
                    {t('goals.panel.delete')}
                  </Button>
                </>
              )}
            </div>
            {measure.may.includes('check-in') && (
              <ForPipeline measure={measure} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
