import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { Container, Header } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import useAsync from 'react-use/esm/useAsync';

/** Widgets on top, over the whole width; then those that follow side by side. */
const FULL_WIDTH = ['HomePageSearchBar', 'WhereToStart'];

const useStyles = makeStyles(theme => ({
  page: { paddingTop: theme.spacing(3) },
  grid: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(24rem, 100%), 1fr))',
    alignItems: 'start',
    maxWidth: '90rem',
  },
  wide: { gridColumn: '1 / -1' },
}));

/** The widgets in a calm order that is the same for everyone. */
export function HomeLayout({ widgets }: HomePageLayoutProps) {
  const classes = useStyles();
  const identity = useApi(identityApiRef);
  const { value: profile } = useAsync(() => identity.getProfileInfo());
  const firstName = profile?.displayName?.split(' ')[0];

  const wide = FULL_WIDTH.flatMap(name => widgets.filter(w => w.name === name));
  const others = widgets.filter(widget => !wide.includes(widget));

  return (
    <div className={classes.page}>
      <Header title={firstName ? `Hello, ${firstName}` : 'Hello'} />
      <Container>
        <div className={classes.grid}>
          {wide.map(({ name, component }) => (
            <div key={name} className={classes.wide}>
              {component}
            </div>
          ))}
          {others.map(({ name, component }) => (
            <div key={name}>{component}</div>
          ))}
        </div>
      </Container>
    </div>
  );
}
