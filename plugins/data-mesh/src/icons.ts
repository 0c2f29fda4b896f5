import { IconComponent } from '@backstage/core-plugin-api';
import DeviceHub from '@material-ui/icons/DeviceHub';
import Layers from '@material-ui/icons/Layers';

/** The icon of the data mesh page. */
export const DataMeshIcon: IconComponent = DeviceHub;

/**
 * The icon of the kind DataProduct.
 *
 * @public
 */
export const DataProductIcon: IconComponent = Layers;
