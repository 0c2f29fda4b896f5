import { useMemo, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { dataMeshQueryApiRef } from '../../api/dataMeshQueryApiRef';
import { useDataMeshTranslation } from '../../translation';
import { useRested } from '../useRested';
import { Found } from './Found';

/**
 * Search as you type: what is offered is asked for by what was typed, a few at
 * a time, so that it does not matter how many there are.
 */
export function SearchBox(props: {
  id: string;
  label: string;
  /** Tells the cached answers of different searches apart. */
  searchKey: string;
  search: (text: string, signal: AbortSignal) => Promise<Found[]>;
  value: Found | null;
  onChange: (found: Found | null) => void;
  required?: boolean;
  disabled?: boolean;
  error?: boolean;
  describedBy?: string;
  placeholder?: string;
}) {
  const { id, label, searchKey, search, value, onChange } = props;
  const { t } = useDataMeshTranslation();
  const client = useApi(dataMeshQueryApiRef);
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const text = useRested(typed.trim(), 250);
  const query = useQuery<Found[], Error>(
    {
      queryKey: ['data-mesh', 'search', searchKey, text],
      enabled: isOpen,
      placeholderData: keepPreviousData,
      queryFn: ({ signal }) => search(text, signal),
    },
    client,
  );
  // Until the answer is there, what is offered is what fits of the last one
  const isOld = typed.trim() !== text || query.isPlaceholderData;
  const matches = ({ title }: Found) =>
    title.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase());
  const options = useMemo(() => query.data ?? [], [query.data]);
  const nothing = query.error
    ? t('scaffolder.search.failed')
    : t('scaffolder.search.nothing');

  return (
    <Autocomplete<Found>
      id={id}
      value={value}
      options={options}
      filterOptions={found => (isOld ? found.filter(matches) : found)}
      getOptionLabel={({ title }) => title}
      getOptionSelected={(one, other) => one.ref === other.ref}
      loading={query.isFetching && !query.data}
      loadingText={t('scaffolder.search.searching')}
      noOptionsText={nothing}
      disabled={props.disabled}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onInputChange={(_event, text_, reason) =>
        setTyped(reason === 'input' ? text_ : '')
      }
      onChange={(_event, found) => onChange(found)}
      renderOption={found => (
        <div>
          {found.title}
          {found.about && (
            <Typography variant="body2" color="textSecondary">
              {found.about}
            </Typography>
          )}
        </div>
      )}
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          variant="outlined"
          margin="dense"
          required={props.required}
          error={props.error}
          placeholder={props.placeholder}
          inputProps={{
            ...params.inputProps,
            'aria-describedby': props.describedBy,
          }}
        />
      )}
    />
  );
}
