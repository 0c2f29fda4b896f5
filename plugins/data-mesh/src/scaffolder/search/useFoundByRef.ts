import { Found } from './Found';
import { foundEntity, useEntityByRef } from './useEntitySearch';

/** The choice that an answer stands for; its ref is its title until it is known. */
export function useFoundByRef(ref: string | undefined): Found | null {
  const { data } = useEntityByRef(ref);
  if (!ref) {
    return null;
  }
  return data ? { ...foundEntity(data), ref } : { ref, title: ref };
}
