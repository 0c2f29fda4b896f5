import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useDataMeshTranslation } from '../../translation';
import { Initiative } from './initiativesOf';
import { useServes } from './useServes';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
}));

/** Initiatives by title, with the bet and the goal that they serve. */
export function ChosenInitiatives(props: {
  ids: readonly string[];
  /** Undefined while they are not known. */
  initiatives: readonly Initiative[] | undefined;
  label: string;
}) {
  const { ids, initiatives, label } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const serves = useServes();
  const known = new Map(initiatives?.map(one => [one.id, one]));
  const about = (id: string) => {
    const initiative = known.get(id);
    if (!initiative) {
      return initiatives && t('scaffolder.initiatives.unknown');
    }
    const closed = initiative.isClosed && t('scaffolder.initiatives.closed');
    return [serves(initiative), closed].filter(Boolean).join(' · ');
  };
  return (
    <ul aria-label={label} className={classes.list}>
      {ids.map(id => (
        <Typography key={id} component="li" variant="body2">
          {known.get(id)?.title ?? id}
          <Typography variant="body2" color="textSecondary">
            {about(id)}
          </Typography>
        </Typography>
      ))}
    </ul>
  );
}
