import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { DataMeshApi } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useMutation } from '@tanstack/react-query';
import { dataMeshApiRef } from './dataMeshApiRef';
import { dataMeshQueryApiRef } from './dataMeshQueryApiRef';

/** Something that can be sent to the backend, and how that goes. */
export interface Sending<TInput, TOutput> {
  /** Rejects with what went wrong, which `error` tells too. */
  send: (input: TInput) => Promise<TOutput>;
  isSending: boolean;
  /** Shows what came of it, where that was put off. */
  settle: (output: TOutput) => void;
  error?: Error;
  reset: () => void;
}

type Key = readonly unknown[];

/**
 * Sends something to the backend. What the answer tells is put in the place of
 * what was known; what hangs on it is asked for again.
 */
export function useDataMeshMutation<TInput, TOutput>(options: {
  send: (api: DataMeshApi, input: TInput) => Promise<TOutput>;
  known?: (output: TOutput) => [Key, unknown][];
  hanging: (output: TOutput) => Key[];
  hangingOnError?: () => Key[];
  /** True to show what came of it only by `settle`. */
  isPutOff?: boolean;
}): Sending<TInput, TOutput> {
  const { send, known, hanging, hangingOnError, isPutOff } = options;
  const api = useApi(dataMeshApiRef);
  const client = useApi(dataMeshQueryApiRef);
  const askAgain = (keys: Key[] = []) => {
    for (const key of keys) {
      client
        .invalidateQueries({ queryKey: ['data-mesh', ...key] })
        // Whoever shows the answer shows the error too.
        .catch(() => {});
    }
  };
  const settle = (output: TOutput) => {
    for (const [key, data] of known?.(output) ?? []) {
      client.setQueryData(['data-mesh', ...key], data);
    }
    askAgain(hanging(output));
  };
  const mutation = useMutation<TOutput, Error, TInput>(
    {
      mutationFn: input => send(api, input),
      networkMode: 'always',
      onSuccess: output => {
        if (!isPutOff) {
          settle(output);
        }
      },
      onError: () => askAgain(hangingOnError?.()),
    },
    client,
  );
  const { mutateAsync } = mutation;
  return {
    send: useCallback((input: TInput) => mutateAsync(input), [mutateAsync]),
    isSending: mutation.isPending,
    settle,
    error: mutation.error ?? undefined,
    reset: mutation.reset,
  };
}
