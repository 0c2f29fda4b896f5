import { useMemo } from 'react';
import { useValueTree } from '../../api';
import { Initiative, initiativesOf } from './initiativesOf';

/**
 * The initiatives that one may see, those of a domain first; undefined until
 * they are there. `error` says why they are not.
 */
export function useInitiatives(domain?: string): {
  initiatives: Initiative[] | undefined;
  error?: Error;
} {
  const { data, error } = useValueTree();
  const nodes = data?.nodes;
  return {
    initiatives: useMemo(
      () => nodes && initiativesOf(nodes, domain),
      [nodes, domain],
    ),
    error,
  };
}
