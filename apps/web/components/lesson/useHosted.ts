'use client';
import { useEffect, useState } from 'react';
import { type HostPass, hostPasses } from '@/lib/identity';
import { useClient } from '@/lib/live';

/** The session in the address, as its host: undefined = not looked yet, null = this browser does not host it. */
export function useHosted(): HostPass | null | undefined {
  const client = useClient();
  const [pass, setPass] = useState<HostPass | null | undefined>(undefined);
  useEffect(() => {
    if (!client) return;
    const code = new URLSearchParams(location.search).get('code')?.toUpperCase();
    const passes = hostPasses();
    const found = passes.find((one) => one.code === code) ?? (code ? null : (passes[0] ?? null));
    if (!found) return setPass(null);
    void client.hello(found.token).then((answer) => {
      setPass(answer.ok || answer.code === 'unavailable' ? found : null);
    });
  }, [client]);
  return pass;
}
