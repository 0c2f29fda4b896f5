import { CheckInResponse } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../../components/dateWords';
import { FormDialog } from '../../dialogs';
import { useDataMeshTranslation } from '../../translation';
import { CheckInFields } from './CheckInFields';
import { amountWords } from './numbers';
import { ReadingThere } from './ReadingThere';
import { MeasureToRead, useReading } from './useReading';

/**
 * Takes in a reading of a measure.
 *
 * @param props.onClose - with what was saved, if anything was
 */
export function CheckInDialog(props: {
  measure: MeasureToRead;
  /** Of the node that it measures. */
  nodeTitle: string;
  onClose: (saved?: CheckInResponse) => void;
}) {
  const { measure, nodeTitle, onClose } = props;
  const { t } = useDataMeshTranslation();
  const reading = useReading(measure, onClose);
  const { form, faults, there, canSend, isSending, error } = reading;
  const { current } = measure.standing;

  return (
    <FormDialog
      title={t('measures.checkIn.title', { measure: measure.name })}
      about={[
        t('measures.checkIn.about', { node: nodeTitle }),
        ...(current
          ? [
              t('measures.checkIn.last', {
                value: amountWords(current.value, measure.unit),
                date: dateWords(current.date),
              }),
            ]
          : []),
      ]}
      maxWidth="sm"
      canSave={canSend}
      isSending={isSending}
      error={error}
      onSave={() => reading.save()}
      onClose={() => onClose()}
    >
      <CheckInFields
        measure={measure}
        form={form}
        faults={faults}
        onChange={reading.change}
      />
      {there && (
        <ReadingThere
          checkIn={there}
          measure={measure}
          isSending={isSending}
          onReplace={() => reading.save(there.id)}
        />
      )}
    </FormDialog>
  );
}
