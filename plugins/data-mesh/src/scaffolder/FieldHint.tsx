import { ReactNode } from 'react';
import FormHelperText from '@material-ui/core/FormHelperText';

/** What is good to know about an answer, below it; told to screen readers. */
export function FieldHint(props: { id: string; children: ReactNode }) {
  return (
    <FormHelperText
      id={props.id}
      component="div"
      role="status"
      // Below a field that has an error, this is still no error
      error={false}
    >
      {props.children}
    </FormHelperText>
  );
}
