import Alert from '@material-ui/lab/Alert';
import { ContractSourceReading } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';

/** How much of a text was understood, and what of it was not. */
export function NotRead({ reading }: { reading: ContractSourceReading }) {
  const { t } = useDataMeshTranslation();
  const { objects, notRead } = reading;
  const fields = objects.reduce((sum, object) => sum + object.fields.length, 0);
  const said = objects.length
    ? t('scaffolder.contract.didRead', {
        count: fields,
        objects: objects.map(({ name }) => name).join(', '),
      })
    : t('scaffolder.contract.didNotRead');

  return (
    <Alert severity={notRead.length || !objects.length ? 'warning' : 'success'}>
      {said}
      {reading.dialect && (
        <> {t('scaffolder.contract.readAs', { dialect: reading.dialect })}</>
      )}
      {notRead.length > 0 && (
        <>
          {' '}
          {t('scaffolder.contract.notRead')}
          <ul>
            {notRead.map(({ message, line }, index) => (
              <li key={index}>
                {line === undefined
                  ? message
                  : t('scaffolder.contract.atLine', {
                      line: String(line),
                      message,
                    })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}
