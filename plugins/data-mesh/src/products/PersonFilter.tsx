import Chip from '@material-ui/core/Chip';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { useDataMeshTranslation } from '../translation';

/** A filter that only links from team and person pages set; it can be removed. */
export function PersonFilter(props: {
  name: 'answerable' | 'consumer';
  personRef: string;
  onRemove: () => void;
}) {
  const { name, personRef, onRemove } = props;
  const { t } = useDataMeshTranslation();
  const { primaryTitle } = useEntityPresentation(personRef);
  const label = t(`products.filters.${name}`, { name: primaryTitle });
  return (
    <Chip
      variant="outlined"
      label={label}
      aria-label={t('products.filters.remove', { name: label })}
      onClick={onRemove}
      onDelete={onRemove}
    />
  );
}
