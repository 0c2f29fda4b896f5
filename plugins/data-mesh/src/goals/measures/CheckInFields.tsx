import { makeStyles } from '@material-ui/core/styles';
import {
  CheckInInputProps,
  ConfidenceInput,
  DateInput,
  LinkInput,
  NoteInput,
  ScaleWords,
  ValueInput,
} from './CheckInInputs';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 12rem), 1fr))',
    gap: theme.spacing(2),
  },
}));

/** The fields of a reading: only the value has to be typed. */
export function CheckInFields(props: CheckInInputProps) {
  const classes = useStyles();
  return (
    <>
      <div className={classes.row}>
        <ValueInput {...props} hasFocus />
        <DateInput {...props} />
      </div>
      <ScaleWords {...props} />
      <ConfidenceInput {...props} />
      <NoteInput {...props} />
      <LinkInput {...props} />
    </>
  );
}
