import { ReactNode, useId, useRef, useState } from 'react';
import Button, { ButtonProps } from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';

/** A button that opens a menu of its own name. */
export function MenuButton(props: {
  label: string;
  look?: Pick<ButtonProps, 'variant' | 'color' | 'startIcon'>;
  /** The items; `close` is for those that are done with once pressed. */
  children: (close: () => void) => ReactNode;
}) {
  const { label, look, children } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        {...look}
        ref={button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Menu
        id={id}
        anchorEl={button.current}
        open={isOpen}
        onClose={close}
        MenuListProps={{ 'aria-label': label }}
      >
        {children(close)}
      </Menu>
    </>
  );
}
