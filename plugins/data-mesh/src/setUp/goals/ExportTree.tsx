import { useEffect, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useExportValueTree } from '../../api';
import { SendError } from '../../components/SendError';
import { CopyButton } from '../../components/CopyButton';
import { useDataMeshTranslation } from '../../translation';
import { useDocumentStyles } from './useDocumentStyles';

const FILE_NAME = 'value-tree.yaml';

/** The tree as a document: to be saved, or copied. */
export function ExportTree() {
  const { t } = useDataMeshTranslation();
  const classes = useDocumentStyles();
  const { send, isSending, error } = useExportValueTree();
  const [text, setText] = useState<string>();
  const address = useFileAddress(text);
  return (
    <div className={classes.part}>
      <Typography variant="subtitle1" component="h3">
        {t('setUp.documents.export.title')}
      </Typography>
      <Typography variant="body2">
        {t('setUp.documents.export.text')}
      </Typography>
      <div className={classes.form}>
        <Button
          variant="outlined"
          disabled={isSending}
          onClick={() => {
            setText(undefined);
            send({})
              .then(setText)
              // Told below by `error`.
              .catch(() => {});
          }}
        >
          {t(
            isSending
              ? 'setUp.documents.export.sending'
              : 'setUp.documents.export.send',
          )}
        </Button>
        <Typography variant="body2" component="span" role="status">
          {text !== undefined &&
            t('setUp.documents.export.done', {
              count: text.trimEnd().split('\n').length,
            })}
        </Typography>
        {text !== undefined && address && (
          <>
            <Typography
              variant="body2"
              component="a"
              className={classes.download}
              download={FILE_NAME}
              href={address}
            >
              {t('setUp.documents.export.download', { file: FILE_NAME })}
            </Typography>
            <CopyButton label={t('setUp.documents.export.copy')} text={text} />
          </>
        )}
      </div>
      {error && <SendError error={error} />}
    </div>
  );
}

/** As a blob: browsers take addresses that hold the text only if it is short. */
function useFileAddress(text: string | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (text === undefined) {
      return undefined;
    }
    const made = URL.createObjectURL(
      new Blob([text], { type: 'text/yaml;charset=utf-8' }),
    );
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
      setAddress(undefined);
    };
  }, [text]);
  return address;
}
