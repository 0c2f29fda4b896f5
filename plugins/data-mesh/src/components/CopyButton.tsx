import Button from '@material-ui/core/Button';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { useDataMeshTranslation } from '../translation';

/** Copies a text, and says so. */
export function CopyButton(props: { label: string; text: string }) {
  const { label, text } = props;
  const { t } = useDataMeshTranslation();
  const [copied, copy] = useCopyToClipboard();
  return (
    <Button size="small" variant="outlined" onClick={() => copy(text)}>
      {copied.value === text ? t('results.actions.copied') : label}
    </Button>
  );
}
