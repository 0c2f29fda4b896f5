import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  CheckInResponse,
  Measure,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../../components/dateWords';
import { useDataMeshTranslation } from '../../translation';
import { CheckInDialog } from './CheckInDialog';
import { amountWords } from './numbers';
import { MeasureToRead } from './useReading';

/**
 * The way to tell how a measure stands now, for those who may; says what was
 * saved when it is done.
 */
export function CheckInButton(props: {
  measure: MeasureToRead & Pick<Measure, 'may'>;
  nodeTitle: string;
}) {
  const { measure, nodeTitle } = props;
  const { t } = useDataMeshTranslation();
  const [isOpen, setOpen] = useState(false);
  const [saved, setSaved] = useState<CheckInResponse>();
  if (!measure.may.includes('check-in')) {
    return null;
  }
  return (
    <>
      <Button
        size="small"
        color="primary"
        variant="outlined"
        aria-haspopup="dialog"
        aria-label={t('measures.checkIn.buttonOf', { measure: measure.name })}
        onClick={() => setOpen(true)}
      >
        {t('measures.checkIn.button')}
      </Button>
      <Typography variant="body2" component="span" role="status">
        {saved &&
          t('measures.checkIn.saved', {
            value: amountWords(saved.checkIn.value, measure.unit),
            date: dateWords(saved.checkIn.date),
          })}
      </Typography>
      {isOpen && (
        <CheckInDialog
          measure={measure}
          nodeTitle={nodeTitle}
          onClose={done => {
            setOpen(false);
            if (done) {
              setSaved(done);
            }
          }}
        />
      )}
    </>
  );
}
