import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  ProductQuery,
  ProductSort as Sort,
  productSorts,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  // The usual grey is too faint on the background of a page.
  label: { color: theme.palette.text.primary },
}));

/** The order of the list; without a choice, what the backend does by itself. */
export function ProductSort(props: {
  query: ProductQuery;
  onChange: (sort: Sort) => void;
}) {
  const { query, onChange } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const offered = productSorts.filter(sort => sort !== 'match' || query.text);

  return (
    <TextField
      select
      size="small"
      variant="outlined"
      id="data-mesh-product-sort"
      label={t('products.sort.label')}
      value={query.sort ?? offered[0]}
      onChange={event => onChange(event.target.value as Sort)}
      SelectProps={{ labelId: 'data-mesh-product-sort-label' }}
      InputLabelProps={{
        id: 'data-mesh-product-sort-label',
        className: classes.label,
      }}
    >
      {offered.map(sort => (
        <MenuItem key={sort} value={sort}>
          {t(`products.sort.${sort}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
