import { useMemo } from 'react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete, {
  createFilterOptions,
} from '@material-ui/lab/Autocomplete';
import { useDataMeshTranslation } from '../../translation';
import { Initiative } from './initiativesOf';
import { useServes } from './useServes';

/** As many as can be looked through; typing narrows them down. */
const limit = 50;

/** Finds initiatives by their own words and those of bet, goal and domain. */
export function InitiativePicker(props: {
  id: string;
  label: string;
  initiatives: readonly Initiative[];
  ids: readonly string[];
  onChange: (ids: string[]) => void;
  disabled?: boolean;
  error?: boolean;
  describedBy: string;
}) {
  const { id, label, initiatives, ids, onChange, describedBy } = props;
  const { t } = useDataMeshTranslation();
  const serves = useServes();
  const known = useMemo(
    () => new Map(initiatives.map(one => [one.id, one])),
    [initiatives],
  );
  // With all that is chosen, also what may no longer be: it is not offered
  const options = useMemo(
    () => [
      ...initiatives
        .filter(one => one.isOffered || ids.includes(one.id))
        .map(one => one.id),
      ...ids.filter(one => !known.has(one)),
    ],
    [initiatives, ids, known],
  );
  const titleOf = (one: string) => known.get(one)?.title ?? one;
  const domainOf = (one: string) =>
    known.get(one)?.domain?.title ?? t('scaffolder.initiatives.noDomain');
  return (
    <Autocomplete<string, true>
      multiple
      filterSelectedOptions
      id={id}
      options={options}
      value={[...ids]}
      onChange={(_event, chosen) => onChange(chosen)}
      disabled={props.disabled}
      getOptionLabel={titleOf}
      groupBy={domainOf}
      filterOptions={createFilterOptions<string>({
        limit,
        stringify: one => {
          const initiative = known.get(one);
          return [one, titleOf(one), initiative && serves(initiative)]
            .concat(domainOf(one))
            .join(' ');
        },
      })}
      noOptionsText={t('scaffolder.search.nothing')}
      renderOption={one => (
        <div>
          {titleOf(one)}
          <Typography variant="body2" color="textSecondary">
            {serves(known.get(one) ?? {})}
          </Typography>
        </div>
      )}
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          variant="outlined"
          margin="dense"
          error={props.error}
          placeholder={t('scaffolder.initiatives.example')}
          inputProps={{
            ...params.inputProps,
            'aria-describedby': describedBy,
          }}
        />
      )}
    />
  );
}
