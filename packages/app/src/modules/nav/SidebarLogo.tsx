import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { BackstageTheme } from '@backstage/theme';
import { makeStyles } from '@material-ui/core/styles';
import { MeshIcon } from './MeshIcon';

const useStyles = makeStyles((theme: BackstageTheme) => ({
  root: {
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    marginBottom: -14,
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    marginLeft: 22,
    color: theme.palette.navigation.selectedColor,
    fontWeight: 'bold',
    whiteSpace: 'nowrap',
  },
}));

export function SidebarLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const config = useApi(configApiRef);
  const name = config.getOptionalString('organization.name') ?? 'Data mesh';

  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        aria-label={`${name}, home`}
      >
        <MeshIcon />
        {isOpen && name}
      </Link>
    </div>
  );
}
