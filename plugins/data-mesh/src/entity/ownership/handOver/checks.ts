import { ProductDetail } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../../../components/dateWords';
import { useDataMeshTranslation } from '../../../translation';
import { usersByNearness } from '../../product/users';
import { daysAfter } from './handOverQuery';

/** For how long the old owner stays as helper. */
const HELPER_DAYS = 30;

/**
 * What two teams go through in a hand-over, as sentences. Where nobody is
 * there to hand it over, the sentences say whom to ask instead.
 */
export function useChecks(plan: {
  product: ProductDetail;
  to: string;
  on: string;
}): string[] {
  const { product, to, on } = plan;
  const { t } = useDataMeshTranslation();
  const { owner, productOwner, contracts, users } = product;
  const from = owner?.exists ? owner.title : undefined;
  const until = dateWords(daysAfter(on, HELPER_DAYS));
  const consumers = titles(usersByNearness(users).direct.map(nameOf)).filter(
    title => title !== to,
  );
  const those = titles([
    ...(productOwner?.exists ? [productOwner.title] : []),
    ...consumers,
  ]);
  const named = titles(
    contracts.map(({ title, entity }) => title ?? entity.title),
  );

  return [
    from
      ? t('handOver.check.agree', { from, to })
      : t('handOver.check.agreeAlone', { to }),
    ...(from ? [] : [askWords()]),
    from
      ? t('handOver.check.accessLeave', { from, to, until })
      : t('handOver.check.access', { to }),
    t('handOver.check.pipeline', { to }),
    named.length
      ? t('handOver.check.contract', {
          count: named.length,
          contracts: named.join(', '),
          to,
        })
      : t('handOver.check.noContract', { to }),
    consumers.length
      ? t('handOver.check.consumers', {
          count: consumers.length,
          consumers: consumers.join(', '),
        })
      : t('handOver.check.noConsumers'),
    t('handOver.check.date', { to, date: dateWords(on) }),
    ...(from ? [t('handOver.check.helper', { from, until })] : []),
  ];

  function askWords() {
    return those.length
      ? t('handOver.check.ask', { people: those.join(', ') })
      : t('handOver.check.askNobody');
  }
}

function nameOf({ entity, team }: ProductDetail['users'][number]): string {
  return (team ?? entity).title;
}

function titles(all: string[]): string[] {
  return [...new Set(all)];
}
