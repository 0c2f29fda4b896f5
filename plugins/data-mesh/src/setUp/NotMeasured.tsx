import Typography from '@material-ui/core/Typography';
import { RuleSetInForce } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';
import { Part } from './Part';

/** Rules that count for nobody, as their evidence has never arrived. */
export function NotMeasured({ sets }: { sets: readonly RuleSetInForce[] }) {
  const { t } = useDataMeshTranslation();
  const rules = sets.flatMap(({ id, notMeasured }) =>
    notMeasured.map(rule => ({ ...rule, set: id })),
  );
  return (
    <Part title={t('setUp.notMeasured.title')}>
      <Typography variant="body2">
        {rules.length
          ? t('setUp.notMeasured.text')
          : t('setUp.notMeasured.none')}
      </Typography>
      {rules.length > 0 && (
        <Typography variant="body2" component="ul">
          {rules.map(({ set, rule, code, title, keys }) => (
            <li key={`${set} ${rule}`}>
              {code} {title} (
              {t('setUp.notMeasured.needs', { keys: keys.join(', ') })})
            </li>
          ))}
        </Typography>
      )}
    </Part>
  );
}
