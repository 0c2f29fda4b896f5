import { AnyApiRef } from '@backstage/core-plugin-api';
import { DataMeshApi } from '@backstage-data-mesh/plugin-data-mesh-common';
import { QueryClient } from '@tanstack/react-query';
import { dataMeshApiRef } from './dataMeshApiRef';
import { dataMeshQueryApiRef } from './dataMeshQueryApiRef';

/**
 * What a test hands to `TestApiProvider`: the given calls, and requests shared
 * as in an app, without retries and without timers that outlive the test.
 */
export function testApis(api: Partial<DataMeshApi>) {
  const client = new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: false, gcTime: Infinity },
      mutations: { gcTime: Infinity },
    },
  });
  return [
    [dataMeshApiRef, api],
    [dataMeshQueryApiRef, client],
  ] as const satisfies ReadonlyArray<readonly [AnyApiRef, unknown]>;
}
