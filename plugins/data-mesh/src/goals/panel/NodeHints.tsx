import Button from '@material-ui/core/Button';
import { ValueNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { useGoalDialogs } from '../forms/GoalDialogs';
import { HintItem } from '../words';
import { fixOf } from './hintFix';
import { Section } from './Section';
import { usePanelStyles } from './usePanelStyles';

/** What of a node deserves a look, and the way to mend it. */
export function NodeHints({ node }: { node: ValueNode }) {
  const { t } = useDataMeshTranslation();
  const classes = usePanelStyles();
  const open = useGoalDialogs();
  const { hints } = node.node;
  if (hints.length === 0) {
    return null;
  }
  return (
    <Section title={t('goals.panel.hints')}>
      <ul className={classes.list}>
        {hints.map((hint, index) => {
          const fix = fixOf(hint, node);
          const measure = node.measures.find(({ id }) => id === hint.measure);
          return (
            // eslint-disable-next-line react/no-array-index-key -- a list that is only shown, its items have no id
            <li key={`${hint.code} ${index}`}>
              <HintItem hint={hint} about={measure?.name} />
              {fix && (
                <Button size="small" color="primary" onClick={() => open(fix)}>
                  {t(`goals.fix.${fix.act}`)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
