import { ProductMatch } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';

const shown = 3;

/** Why a product is among the results, fields of contracts first. */
export function MatchedBy({ matches }: { matches: ProductMatch[] }) {
  const { t } = useDataMeshTranslation();
  const word = (match: ProductMatch): string => {
    switch (match.in) {
      case 'field':
        return match.contract
          ? t('products.row.fieldOf', {
              text: match.text,
              contract: match.contract.title,
            })
          : t('products.row.matchIn.field', { text: match.text });
      case 'tag':
        return t('products.row.matchIn.tag', { text: match.text });
      default:
        return t(`products.row.matchIn.${match.in}`);
    }
  };
  const fieldsFirst = [...matches].sort(
    (a, b) => Number(b.in === 'field') - Number(a.in === 'field'),
  );
  const words = [...new Set(fieldsFirst.map(word))];
  const rest = words.length - shown;
  return (
    <>
      {words.slice(0, shown).join(', ')}
      {rest > 0 && `, ${t('products.row.more', { count: rest })}`}
    </>
  );
}
