import Edit from '@material-ui/icons/Edit';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { LinkButton } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useDataMeshTranslation } from '../translation';
import { useTemplateLink } from './templates';

/** Opens the template that changes the product of the page, with its answers. */
export function ChangeProductButton() {
  const { entity } = useEntity();
  const { t } = useDataMeshTranslation();
  const to = useTemplateLink('change-data-product', {
    product: stringifyEntityRef(entity),
  });
  return to ? (
    <LinkButton to={to} size="small" color="primary" startIcon={<Edit />}>
      {t('scaffolder.changeProduct')}
    </LinkButton>
  ) : null;
}
