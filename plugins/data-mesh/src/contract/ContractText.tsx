import { Fragment } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useDataMeshTranslation } from '../translation';
import { linesToShow } from './linesToShow';

const useStyles = makeStyles(theme => ({
  root: {
    margin: 0,
    overflow: 'auto',
    maxHeight: '70vh',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
  },
  line: { display: 'flex', minWidth: 'max-content' },
  marked: {
    outline: `1px solid ${theme.palette.error.main}`,
    outlineOffset: -1,
    fontWeight: 'bold',
  },
  number: {
    flex: 'none',
    width: '5rem',
    paddingRight: theme.spacing(1.5),
    textAlign: 'right',
    userSelect: 'none',
    color: theme.palette.text.secondary,
  },
  code: { whiteSpace: 'pre' },
}));

/** The text of a contract with line numbers; faulty lines are marked. */
export function ContractText(props: {
  text: string;
  marked: readonly number[];
}) {
  const { text, marked } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const lines = text.split(/\r\n?|\n/);

  return (
    <pre
      className={classes.root}
      aria-label={t('contract.text')}
      role="region"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {linesToShow(lines.length, marked).map(({ from, to, isGap }) =>
        isGap ? (
          <div key={from} className={classes.line}>
            <span className={classes.number}>…</span>
            {t('contract.textGap', { from: String(from), to: String(to) })}
          </div>
        ) : (
          <Fragment key={from}>
            {lines.slice(from - 1, to).map((line, index) => {
              const number = from + index;
              const isMarked = marked.includes(number);
              return (
                <div
                  key={number}
                  className={`${classes.line} ${
                    isMarked ? classes.marked : ''
                  }`}
                >
                  <span className={classes.number}>
                    {isMarked ? `▶ ${number}` : number}
                  </span>
                  <span className={classes.code}>{line.slice(0, 2000)}</span>
                </div>
              );
            })}
          </Fragment>
        ),
      )}
    </pre>
  );
}
