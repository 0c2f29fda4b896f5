import Alert from '@material-ui/lab/Alert';
import { sentenceOf } from './errors';

/** Why something could not be sent; what was typed is still there. */
export function SendError({ error }: { error: Error }) {
  return <Alert severity="error">{sentenceOf(error)}</Alert>;
}
