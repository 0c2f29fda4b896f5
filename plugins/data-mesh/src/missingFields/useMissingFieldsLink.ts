import { RouteFunc, useRouteRef } from '@backstage/core-plugin-api';
import { missingFieldsRouteRef } from '../routes';

/** The address of the sheet; an adopter may have left the page out. */
export function useMissingFieldsLink(): string | undefined {
  return useOptionalRoute()?.();
}

function useOptionalRoute(): RouteFunc<undefined> | undefined {
  try {
    return useRouteRef(missingFieldsRouteRef);
  } catch {
    return undefined;
  }
}
