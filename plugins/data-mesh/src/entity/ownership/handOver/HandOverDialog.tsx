import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { ProductDetail } from '@backstage-data-mesh/plugin-data-mesh-common';
import { LoadError } from '../../../components/LoadError';
import { ReadDialog } from '../../../dialogs';
import { useDataMeshTranslation } from '../../../translation';
import { ChooseOwner } from './ChooseOwner';
import { ChooseProductOwner } from './ChooseProductOwner';
import { FileChange } from './FileChange';
import { daysAfter, HandOverPlan } from './handOverQuery';
import { Prepare } from './Prepare';
import { useHandOverFacts, useMembers, usePickedTeam } from './useHandOver';

/** From “who should answer for it?” to the lines of the catalog file. */
export function HandOverDialog(props: {
  product: ProductDetail;
  plan: HandOverPlan;
  onChange: (plan: HandOverPlan) => void;
  onClose: () => void;
}) {
  const { product, plan, onChange, onClose } = props;
  const { t } = useDataMeshTranslation();
  const facts = useHandOverFacts(product);
  const team = usePickedTeam(plan.owner, facts.data);
  const members = useMembers(team);

  const on = plan.on ?? daysAfter(new Date().toISOString().slice(0, 10), 30);
  // Who decides now goes on doing so where the person is in the new team
  const now = product.productOwner?.ref;
  const productOwner = members.find(
    ({ ref }) => ref === (plan.productOwner ?? now),
  )?.ref;

  return (
    <ReadDialog
      title={t('handOver.title', { product: product.title })}
      maxWidth="md"
      onClose={onClose}
    >
      <Typography>{whyWords()}</Typography>
      {facts.isPending && (
        <div role="status" aria-label={t('handOver.loading')}>
          <Skeleton />
          <Skeleton />
          <Skeleton width="60%" />
        </div>
      )}
      {facts.error && <LoadError error={facts.error} onRetry={facts.refetch} />}
      {facts.data && (
        <ChooseOwner
          facts={facts.data}
          picked={plan.owner}
          onPick={owner => onChange({ on: plan.on, owner })}
        />
      )}
      {team === null && (
        <Typography color="error" role="alert">
          {t('handOver.notFound', { team: plan.owner ?? '' })}
        </Typography>
      )}
      {team && (
        <>
          <ChooseProductOwner
            members={members}
            now={now}
            chosen={productOwner}
            isEmpty={team.members.length === 0}
            onChoose={ref => onChange({ ...plan, productOwner: ref })}
          />
          <Prepare
            product={product}
            to={team.title}
            on={on}
            onDate={day => onChange({ ...plan, on: day })}
          />
          <FileChange
            product={product}
            to={{ owner: team.ref, productOwner }}
          />
        </>
      )}
    </ReadDialog>
  );

  function whyWords() {
    const { owner } = product;
    if (!owner?.exists) {
      return t('handOver.why.orphan');
    }
    return owner.ref.startsWith('user:')
      ? t('handOver.why.person', { owner: owner.title })
      : t('handOver.why.other', { owner: owner.title });
  }
}
