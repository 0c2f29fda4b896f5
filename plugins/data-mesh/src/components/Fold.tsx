import { ReactNode, useId, useState } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRight from '@material-ui/icons/ChevronRight';

const useStyles = makeStyles(theme => ({
  button: {
    ...theme.typography.body2,
    color: theme.palette.text.primary,
    padding: theme.spacing(0.5, 1, 0.5, 0),
    borderRadius: theme.shape.borderRadius,
    textAlign: 'left',
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  icon: {
    transition: theme.transitions.create('transform', {
      duration: theme.transitions.duration.shortest,
    }),
    '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
  },
  open: { transform: 'rotate(90deg)' },
  content: { paddingLeft: theme.spacing(3) },
}));

/** Something to open when wanted; what is inside is made only then. */
export function Fold(props: {
  label: ReactNode;
  children: ReactNode;
  defaultOpen?: boolean;
  onOpen?: () => void;
}) {
  const { label, children, defaultOpen = false, onOpen } = props;
  const classes = useStyles();
  const id = useId();
  const [open, setOpen] = useState(defaultOpen);

  return (
    <div>
      <ButtonBase
        className={classes.button}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        disableRipple
        onClick={() => {
          if (!open) {
            onOpen?.();
          }
          setOpen(!open);
        }}
      >
        <ChevronRight
          fontSize="small"
          aria-hidden
          className={`${classes.icon} ${open ? classes.open : ''}`}
        />
        <span>{label}</span>
      </ButtonBase>
      {open && (
        <div id={id} className={classes.content}>
          {children}
        </div>
      )}
    </div>
  );
}
