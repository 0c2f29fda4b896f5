import { ReactNode } from 'react';
import Alert from '@material-ui/lab/Alert';
import { ValueTreeProblem } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { useDocumentStyles } from './useDocumentStyles';

/** Why a document is not taken, and where to look. */
export function Problems(props: {
  problems: readonly ValueTreeProblem[];
  /** What that means. */
  children: ReactNode;
}) {
  const { problems, children } = props;
  const { t } = useDataMeshTranslation();
  const classes = useDocumentStyles();
  if (problems.length === 0) {
    return null;
  }
  return (
    <Alert severity="warning" className={classes.part}>
      {children}
      <ul>
        {problems.map((problem, index) => (
          // eslint-disable-next-line react/no-array-index-key -- a list that is only shown, its items have no id
          <li key={index}>{tell(problem)}</li>
        ))}
      </ul>
    </Alert>
  );

  function tell({ message, line, column, path }: ValueTreeProblem): string {
    const place = [
      line && t('setUp.documents.line', { line: String(line) }),
      column && t('setUp.documents.column', { column: String(column) }),
      path,
    ].filter(Boolean);
    return place.length > 0 ? `${place.join(', ')}: ${message}` : message;
  }
}
