import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import { useDataMeshTranslation } from '../../translation';
import { goalsShown, GoalsView } from '../view';

/** The tree as a whole, or a list of what in it deserves a look. */
export function ViewSwitch(props: {
  shown: GoalsView['show'];
  onChange: (to: Pick<GoalsView, 'show'>) => void;
}) {
  const { shown, onChange } = props;
  const { t } = useDataMeshTranslation();
  return (
    <ButtonGroup color="primary" aria-label={t('goals.show.label')}>
      {goalsShown.map(show => (
        <Button
          key={show}
          variant={show === shown ? 'contained' : 'outlined'}
          aria-pressed={show === shown}
          onClick={() => onChange({ show })}
        >
          {t(`goals.show.${show}`)}
        </Button>
      ))}
    </ButtonGroup>
  );
}
