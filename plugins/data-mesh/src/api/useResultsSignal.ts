import { useEffect } from 'react';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { dataMeshQueryApiRef } from './dataMeshQueryApiRef';
import { ResultsWatch } from './ResultsWatch';

/**
 * Asks again for what is shown when the backend signals new results. Does
 * nothing in an app without the signals plugin.
 *
 * @param ref - the entity that is shown; none: whichever changes
 */
export function useResultsSignal(
  ref?: string,
  { enabled = true }: { enabled?: boolean } = {},
): void {
  const signals = useApiHolder().get(signalApiRef);
  const client = useApi(dataMeshQueryApiRef);
  useEffect(
    () =>
      enabled && signals
        ? ResultsWatch.of(client).show(signals, ref)
        : undefined,
    [enabled, signals, client, ref],
  );
}
