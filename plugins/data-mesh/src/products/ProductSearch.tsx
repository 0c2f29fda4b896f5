import { useEffect, useRef, useState } from 'react';
import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import Clear from '@material-ui/icons/Clear';
import Search from '@material-ui/icons/Search';
import useDebounce from 'react-use/esm/useDebounce';
import { useDataMeshTranslation } from '../translation';

/** The longest text the backend takes. */
const maxLength = 200;

/** A search field that reports what was typed after a short rest. */
export function ProductSearch(props: {
  text: string;
  onChange: (text: string) => void;
}) {
  const { text, onChange } = props;
  const { t } = useDataMeshTranslation();
  const [typed, setTyped] = useState(text);
  const reported = useRef(text);

  useEffect(() => {
    // The url changed by itself, as with the back button; what was reported
    // from here comes back too and must not undo what was typed since.
    if (text !== reported.current) {
      reported.current = text;
      setTyped(text);
    }
  }, [text]);

  const report = (value: string) => {
    const next = value.trim();
    if (next !== reported.current) {
      reported.current = next;
      onChange(next);
    }
  };
  useDebounce(() => report(typed), 300, [typed]);

  return (
    <TextField
      fullWidth
      size="small"
      variant="outlined"
      type="text"
      value={typed}
      onChange={event => setTyped(event.target.value)}
      onKeyDown={event => {
        if (event.key === 'Enter') {
          report(typed);
        }
      }}
      placeholder={t('products.search.placeholder')}
      inputProps={{
        'aria-label': t('products.search.label'),
        maxLength,
        role: 'searchbox',
      }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <Search aria-hidden />
          </InputAdornment>
        ),
        endAdornment: typed && (
          <InputAdornment position="end">
            <IconButton
              size="small"
              aria-label={t('products.search.clear')}
              onClick={() => {
                setTyped('');
                report('');
              }}
            >
              <Clear fontSize="small" />
            </IconButton>
          </InputAdornment>
        ),
      }}
    />
  );
}
