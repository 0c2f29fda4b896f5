import { FormEvent } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { MyWork } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../components/dateWords';
import { Fold } from '../components/Fold';
import {
  amountWords,
  ConfidenceInput,
  DateInput,
  LinkInput,
  MeasureLine,
  NoteInput,
  ReadingThere,
  ScaleWords,
  useReading,
  ValueInput,
} from '../goals/measures';
import { NodeLink } from '../goals/NodeLink';
import { daysBetween } from '../goals/tree/useNodeFacts';
import { SendError } from '../components/SendError';
import { useDataMeshTranslation } from '../translation';
import { OfDomain } from './OfDomain';
import { useRowStyles } from './useRowStyles';

/** A measure that is to be read, to be told here. */
export function CheckInRow(props: {
  checkIn: MyWork['checkIns'][number];
  /** The day that it was told to be due on. */
  today: string;
  onDone: (said: string) => void;
}) {
  const { checkIn, today, onDone } = props;
  const { measure, node, domain, lastAt } = checkIn;
  const { t } = useDataMeshTranslation();
  const classes = useRowStyles();
  const reading = useReading(measure, ({ checkIn: { value, date } }) =>
    onDone(
      t('myWork.checkIn.saved', {
        measure: measure.name,
        value: amountWords(value, measure.unit),
        date: dateWords(date),
      }),
    ),
  );
  const { form, faults, there, canSend, isSending, error } = reading;
  const inputs = { measure, form, faults, onChange: reading.change };

  return (
    <li>
      <form
        className={classes.row}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          reading.save();
        }}
      >
        <div>
          <span className={classes.kind}>{t('myWork.checkIn.kind')}</span>
          <Typography component="div">{measure.name}</Typography>
          <Typography variant="body2" component="div" className={classes.quiet}>
            <NodeLink node={node} />
            <OfDomain domain={domain} />
            {' · '}
            {lastAt === null
              ? t('myWork.checkIn.never')
              : t('myWork.checkIn.last', {
                  count: Math.max(0, daysBetween(lastAt, today)),
                })}
          </Typography>
          <MeasureLine measure={measure} hasName={false} />
        </div>
        <div className={classes.fields}>
          <ValueInput {...inputs} />
          <NoteInput {...inputs} />
        </div>
        <ScaleWords measure={measure} />
        <Fold label={t('myWork.checkIn.more')}>
          <div className={classes.fields}>
            <DateInput {...inputs} />
            <ConfidenceInput {...inputs} />
            <LinkInput {...inputs} />
          </div>
        </Fold>
        <div className={classes.actions}>
          <Button
            type="submit"
            variant="outlined"
            color="primary"
            disabled={!canSend}
            aria-label={t('myWork.checkIn.named', { measure: measure.name })}
          >
            {t(isSending ? 'myWork.checkIn.saving' : 'myWork.checkIn.save')}
          </Button>
        </div>
        {there && (
          <ReadingThere
            checkIn={there}
            measure={measure}
            isSending={isSending}
            onReplace={() => reading.save(there.id)}
          />
        )}
        {error && <SendError error={error} />}
      </form>
    </li>
  );
}
