import { useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { RuleSetInForce } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useReloadRuleSets } from '../api';
import { docs } from '../components/docs';
import { SendError } from '../components/SendError';
import { useDataMeshTranslation } from '../translation';
import { matches } from './findRules';
import { Part } from './Part';
import { RuleSetItem } from './RuleSetItem';

/** The rule sets in force, to be read, searched and loaded again. */
export function RuleSets({ sets }: { sets: readonly RuleSetInForce[] }) {
  const { t } = useDataMeshTranslation();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const { send, isSending, error } = useReloadRuleSets();
  const search = typed.trim();
  const found = sets
    .flatMap(({ outlines }) => outlines)
    .flatMap(({ rules }) => rules)
    .filter(rule => matches(rule, search)).length;

  const reload = () => {
    setSaid('');
    send()
      .then(({ items }) =>
        setSaid(
          items.some(({ problems }) => problems.length > 0)
            ? t('setUp.sets.reloadedProblems')
            : t('setUp.sets.reloaded'),
        ),
      )
      // Told below by `error`.
      .catch(() => {});
  };

  return (
    <Part
      title={t('setUp.sets.title')}
      action={
        <Button variant="outlined" disabled={isSending} onClick={reload}>
          {t(isSending ? 'setUp.sets.reloading' : 'setUp.sets.reload')}
        </Button>
      }
    >
      <Typography variant="body2" role="status" aria-live="polite">
        {said}
      </Typography>
      {error && <SendError error={error} />}
      {sets.length === 0 ? (
        <Typography variant="body2">
          {t('setUp.sets.empty')}{' '}
          <Link to={`${docs}/rule-sets.md`} underline="always">
            {t('setUp.sets.write')}
          </Link>
        </Typography>
      ) : (
        <TextField
          id="data-mesh-rule-search"
          type="search"
          label={t('setUp.sets.search')}
          helperText={
            search
              ? t('setUp.sets.found', { count: found })
              : t('setUp.sets.searchHelp')
          }
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
      )}
      {sets.map(set => (
        <RuleSetItem key={set.id} set={set} search={search} />
      ))}
    </Part>
  );
}
