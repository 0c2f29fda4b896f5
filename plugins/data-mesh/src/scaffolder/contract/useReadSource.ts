import { useMemo } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import {
  ContractSource,
  ContractSourceClient,
  ContractSourceReading,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/** Has the scaffolder's backend read a source; its parsers are too big for here. */
export function useReadSource(): {
  read: (source: ContractSource) => Promise<ContractSourceReading | undefined>;
  reading?: ContractSourceReading;
  error?: Error;
  isReading: boolean;
} {
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  const client = useMemo(
    () => new ContractSourceClient({ discoveryApi, fetchApi }),
    [discoveryApi, fetchApi],
  );
  const [state, run] = useAsyncFn(
    (source: ContractSource) => client.read(source),
    [client],
  );
  return {
    read: async source => {
      const result = await run(source);
      return result instanceof Error ? undefined : result;
    },
    reading: state.value,
    error: state.error,
    isReading: state.loading,
  };
}
