import { Link } from '@backstage/core-components';
import { useDataMeshTranslation } from '../translation';
import { useMissingFieldsLink } from './useMissingFieldsLink';

/** The way to the sheet, where the page is there. */
export function MissingFieldsLink() {
  const { t } = useDataMeshTranslation();
  const to = useMissingFieldsLink();
  return to ? <Link to={to}>{t('missingFields.link')}</Link> : null;
}
