import Alert from '@material-ui/lab/Alert';
import { DraftProblem } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';

/** What has to be put right on an earlier page. */
export function ProblemsFirst({ problems }: { problems: DraftProblem[] }) {
  const { t } = useDataMeshTranslation();
  return (
    <Alert severity="error">
      {t('scaffolder.review.problems', { count: problems.length })}
      <ul>
        {problems.map(({ message }, index) => (
          <li key={index}>{message}</li>
        ))}
      </ul>
    </Alert>
  );
}
