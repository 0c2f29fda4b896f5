import { Entity } from '@backstage/catalog-model';
import { IconLinkVerticalProps } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  DataProductEntityV1alpha1,
  isDataProductEntity,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import LockOpen from '@material-ui/icons/LockOpen';
import ContactSupport from '@material-ui/icons/ContactSupportOutlined';
import { safeUrl } from '../../components/safeUrl';
import { useDataMeshTranslation } from '../../translation';

type IconLinkProps = Omit<IconLinkVerticalProps, 'color'>;

/** Where to ask for access; nobody need ask for what is open to everyone. */
function accessUrl(entity: Entity): string | undefined {
  return isDataProductEntity(entity) && entity.spec.access?.default !== 'open'
    ? safeUrl(entity.spec.access?.url)
    : undefined;
}

/** The first channel for questions that has an address. */
function supportUrl(entity: Entity): string | undefined {
  return isDataProductEntity(entity)
    ? entity.spec.support?.flatMap(({ url }) => safeUrl(url) ?? [])[0]
    : undefined;
}

/** Whether {@link useAskForAccessLink} has something to link to. */
export function hasAccessUrl(entity: Entity): boolean {
  return accessUrl(entity) !== undefined;
}

/** Whether {@link useSupportLink} has something to link to. */
export function hasSupportUrl(entity: Entity): boolean {
  return supportUrl(entity) !== undefined;
}

/** "Ask for access" among the links of the stock About card. */
export function useAskForAccessLink(): IconLinkProps {
  const { entity } = useEntity<DataProductEntityV1alpha1>();
  const { t } = useDataMeshTranslation();
  return {
    label: t('product.access.ask'),
    icon: <LockOpen />,
    href: accessUrl(entity),
  };
}

/** "Support" among the links of the stock About card. */
export function useSupportLink(): IconLinkProps {
  const { entity } = useEntity<DataProductEntityV1alpha1>();
  const { t } = useDataMeshTranslation();
  return {
    label: t('product.supportLink'),
    icon: <ContactSupport />,
    href: supportUrl(entity),
  };
}
