import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';

const places = [
  {
    to: '/data-mesh/products',
    title: 'All data products',
    text: 'Find one by a word, or by the name of a column: try “temperature”.',
  },
  {
    to: '/catalog/default/dataproduct/lab-orders',
    title: 'Lab orders',
    text: 'A product to build on: who answers for it, how to read it, its contract.',
  },
  {
    to: '/catalog/default/dataproduct/regional-sales-extract',
    title: 'Regional sales extract',
    text: 'A product not to build on, and how the portal says so.',
  },
  {
    to: '/catalog/default/domain/supply-chain',
    title: 'Supply chain',
    text: 'A domain with what it offers and who uses it.',
  },
];

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(14rem, 100%), 1fr))',
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
}));

/** Links into the demo, for somebody who sees it for the first time. */
export function WhereToStart() {
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {places.map(({ to, title, text }) => (
        <li key={to}>
          <Typography variant="h6" component="p">
            <Link to={to}>{title}</Link>
          </Typography>
          <Typography variant="body2">{text}</Typography>
        </li>
      ))}
    </ul>
  );
}
