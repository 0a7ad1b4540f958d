'use client';
import { useEffect, useState } from 'react';

/** Addresses that lead every other device to itself. */
const HERE_ALONE = /^https?:\/\/(localhost|127\.|\[::1\])/;

/**
 * The address under which the class reaches this server: the page's own, unless that works on this computer alone; then the server's
 * address in the local network. Empty until it is known; `hereAlone` when there is no better one.
 */
export function useJoinAddress(): { readonly origin: string; readonly hereAlone: boolean } {
  const [origin, setOrigin] = useState('');
  useEffect(() => {
    const own = location.origin;
    if (!HERE_ALONE.test(own)) return setOrigin(own);
    let left = false;
    fetch('/api/addresses')
      .then((response) => response.json() as Promise<readonly string[]>)
      .then(
        ([first]) => left || setOrigin(first ?? own),
        () => left || setOrigin(own),
      );
    return () => {
      left = true;
    };
  }, []);
  return { origin, hereAlone: HERE_ALONE.test(origin) };
}
