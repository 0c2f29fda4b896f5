import Typography from '@material-ui/core/Typography';
import { MyWork } from '@backstage-data-mesh/plugin-data-mesh-common';
import { NodeLink } from '../goals/NodeLink';
import { daysBetween } from '../goals/tree/useNodeFacts';
import { useDataMeshTranslation } from '../translation';

const keys = {
  bet: 'myWork.next.bet',
  'check-in': 'myWork.next.checkIn',
  review: 'myWork.next.review',
} as const;

/** That there is no more, and what comes first after that. */
export function ComesNext(props: {
  next: NonNullable<MyWork['next']>;
  today: string;
  /** Whether nothing else is shown. */
  isAlone: boolean;
}) {
  const { next, today, isAlone } = props;
  const { what, title, node, date } = next;
  const { t } = useDataMeshTranslation();
  return (
    <Typography variant="body2" component="p">
      {!isAlone && <>{t('myWork.next.nothingElse')} </>}
      {t(keys[what], {
        title: node ? (
          <NodeLink key="node" node={{ id: node, title }} />
        ) : (
          <span key="title">{title}</span>
        ),
        count: daysBetween(today, date),
      })}
    </Typography>
  );
}
