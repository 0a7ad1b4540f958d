'use client';
import { type Client, type ClientState, createClient, INITIAL_STATE } from '@btt/client';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const Live = createContext<Client | null>(null);
const NOTHING_YET = createStore<ClientState>(() => INITIAL_STATE);

/** One connection for everything below it; opened in the browser, closed when the page is left. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const [client, setClient] = useState<Client | null>(null);
  useEffect(() => {
    const made = createClient();
    setClient(made);
    return () => made.close();
  }, []);
  return <Live.Provider value={client}>{children}</Live.Provider>;
}

/** The connection; null during the first render. */
export function useClient(): Client | null {
  return useContext(Live);
}

/** A part of what has arrived. The selector must return something stable: a field of the state, or a primitive. */
export function useLive<T>(selector: (state: ClientState) => T): T {
  return useStore(useClient()?.store ?? NOTHING_YET, selector);
}
