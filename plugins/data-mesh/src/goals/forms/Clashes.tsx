import { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useDataMeshTranslation } from '../../translation';
import { Clash } from './merge';

const useStyles = makeStyles(theme => ({
  alert: { '& .MuiAlert-message': { flexGrow: 1, minWidth: 0 } },
  field: { marginTop: theme.spacing(2) },
  both: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(12rem, 1fr))',
    gap: theme.spacing(2),
  },
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
}));

/**
 * What somebody else changed meanwhile, beside what was written here; the form
 * below holds what is chosen.
 */
export function Clashes<TField extends string, TValue>(props: {
  clashes: readonly Clash<TField, TValue>[];
  labelOf: (field: TField) => string;
  wordsOf: (value: TValue | undefined, field: TField) => ReactNode;
  chosen: (field: TField) => TValue | undefined;
  onChoose: (field: TField, value: TValue | undefined) => void;
}) {
  const { clashes, labelOf, wordsOf, chosen, onChoose } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const isChosen = (field: TField, value: TValue | undefined) =>
    JSON.stringify(chosen(field) ?? '') === JSON.stringify(value ?? '');
  return (
    <Alert severity="warning" className={classes.alert}>
      <AlertTitle>{t('goals.clash.title')}</AlertTitle>
      {clashes.length ? t('goals.clash.text') : t('goals.clash.other')}
      {clashes.map(({ field, theirs, mine }) => (
        <div
          key={field}
          role="group"
          aria-label={labelOf(field)}
          className={classes.field}
        >
          <Typography variant="subtitle2" component="div">
            {labelOf(field)}
          </Typography>
          <div className={classes.both}>
            {version(field, theirs, {
              title: t('goals.clash.theirs'),
              choose: t('goals.clash.useTheirs'),
            })}
            {version(field, mine, {
              title: t('goals.clash.mine'),
              choose: t('goals.clash.useMine'),
            })}
          </div>
        </div>
      ))}
    </Alert>
  );

  function version(
    field: TField,
    value: TValue | undefined,
    words: { title: string; choose: string },
  ) {
    const is = isChosen(field, value);
    return (
      <div>
        <Typography variant="caption">{words.title}</Typography>
        <Typography variant="body2" className={classes.text}>
          {wordsOf(value, field) || t('goals.clash.nothing')}
        </Typography>
        <Button
          size="small"
          variant={is ? 'contained' : 'outlined'}
          aria-pressed={is}
          onClick={() => onChoose(field, value)}
        >
          {words.choose}
        </Button>
      </div>
    );
  }
}
