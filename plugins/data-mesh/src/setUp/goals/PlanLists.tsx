import Typography from '@material-ui/core/Typography';
import { ValueTreePlan } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useHistoryWords } from '../../goals/panel/useHistoryWords';
import { useGoalWords } from '../../goals/words';
import { useDataMeshTranslation } from '../../translation';
import { useDocumentStyles } from './useDocumentStyles';

/** More than these nobody reads on a page. */
const MOST_SHOWN = 100;

type Planned = ValueTreePlan['add'][number] & { changed?: string[] };

/** What a document adds, changes and removes, and what of it is not taken. */
export function PlanLists({ plan }: { plan: ValueTreePlan }) {
  const { t } = useDataMeshTranslation();
  const classes = useDocumentStyles();
  const words = useGoalWords();
  const { fieldOf } = useHistoryWords();
  return (
    <>
      {(['add', 'change', 'remove'] as const).map(
        what =>
          plan[what].length > 0 && (
            <div key={what} className={classes.part}>
              <Typography variant="subtitle2" component="h4">
                {t(`setUp.documents.${what}`)}
              </Typography>
              <Typography variant="body2" component="ul">
                {plan[what].slice(0, MOST_SHOWN).map(planned => (
                  <li key={`${planned.kind} ${planned.id}`}>{tell(planned)}</li>
                ))}
                {plan[what].length > MOST_SHOWN && (
                  <li>
                    {t('setUp.documents.others', {
                      count: plan[what].length - MOST_SHOWN,
                    })}
                  </li>
                )}
              </Typography>
            </div>
          ),
      )}
      {plan.notTaken.length > 0 && (
        <div className={classes.part}>
          <Typography variant="subtitle2" component="h4">
            {t('setUp.documents.inPortal')}
          </Typography>
          <Typography variant="body2" component="ul">
            {plan.notTaken.map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </Typography>
        </div>
      )}
    </>
  );

  function tell({ kind, id, title, changed = [] }: Planned): string {
    const node = t('setUp.documents.planned', {
      kind:
        kind === 'measure' ? t('setUp.documents.measure') : words.kind(kind),
      title,
      id,
    });
    return changed.length > 0
      ? `${node}: ${changed.map(name => fieldOf(name, kind)).join(', ')}`
      : node;
  }
}
