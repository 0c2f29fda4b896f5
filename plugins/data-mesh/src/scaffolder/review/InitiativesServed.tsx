import Typography from '@material-ui/core/Typography';
import { useDataMeshTranslation } from '../../translation';
import { ChosenInitiatives } from '../initiatives/ChosenInitiatives';
import { useInitiatives } from '../initiatives/useInitiatives';

/** What the product is for, by title: the files name initiatives by id. */
export function InitiativesServed({ ids }: { ids: readonly string[] }) {
  const { t } = useDataMeshTranslation();
  const { initiatives } = useInitiatives();
  const label = t('scaffolder.initiatives.serves');
  return (
    <>
      <Typography variant="body2">{label}</Typography>
      <ChosenInitiatives ids={ids} initiatives={initiatives} label={label} />
    </>
  );
}
