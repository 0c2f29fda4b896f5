import { useEffect, useState } from 'react';

/** A value once it has not changed for a moment, so that typing asks nothing. */
export function useRested<T>(value: T, milliseconds = 300): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    if (value === rested) {
      return undefined;
    }
    const timer = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, rested, milliseconds]);
  return rested;
}
