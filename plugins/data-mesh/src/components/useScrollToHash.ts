import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * Brings the place with this id into view when the address names it. The
 * browser does so only for what is there when the page loads.
 *
 * @returns whether the address names it
 */
export function useScrollToHash(id: string): boolean {
  const { hash, key } = useLocation();
  const isNamed = hash === `#${id}`;
  useEffect(() => {
    if (isNamed) {
      document.getElementById(id)?.scrollIntoView?.({ block: 'center' });
    }
  }, [id, isNamed, key]);
  return isNamed;
}
