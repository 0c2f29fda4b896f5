import Add from '@material-ui/icons/Add';
import { LinkButton } from '@backstage/core-components';
import { useDataMeshTranslation } from '../translation';
import { useTemplateLink } from './templates';

/** Opens the template for a new data product, where there is one. */
export function NewProductButton() {
  const { t } = useDataMeshTranslation();
  const to = useTemplateLink('new-data-product');
  return to ? (
    <LinkButton to={to} color="primary" variant="contained" startIcon={<Add />}>
      {t('scaffolder.newProduct')}
    </LinkButton>
  ) : null;
}
