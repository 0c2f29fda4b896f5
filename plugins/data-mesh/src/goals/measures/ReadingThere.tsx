import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { CheckIn, Measure } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../../components/dateWords';
import { useDataMeshTranslation } from '../../translation';
import { amountWords } from './numbers';

/** The reading of a day that is there already, and the way to replace it. */
export function ReadingThere(props: {
  checkIn: CheckIn;
  measure: Pick<Measure, 'unit'>;
  isSending: boolean;
  onReplace: () => void;
}) {
  const { checkIn, measure, isSending, onReplace } = props;
  const { t } = useDataMeshTranslation();
  return (
    <Alert
      severity="warning"
      action={
        <Button
          color="inherit"
          size="small"
          disabled={isSending}
          onClick={onReplace}
        >
          {t('measures.checkIn.replace')}
        </Button>
      }
    >
      <Typography variant="body2">
        {t('measures.checkIn.there', {
          date: dateWords(checkIn.date),
          value: amountWords(checkIn.value, measure.unit),
        })}
      </Typography>
      {checkIn.by && (
        <Typography variant="body2">
          {t('measures.checkIn.thereBy', {
            person: checkIn.by.title,
            date: dateWords(checkIn.at),
          })}
        </Typography>
      )}
      {checkIn.note && (
        <Typography variant="body2">
          {t('measures.checkIn.thereNote', { note: checkIn.note })}
        </Typography>
      )}
      <Typography variant="body2">
        {t('measures.checkIn.askReplace')}
      </Typography>
    </Alert>
  );
}
