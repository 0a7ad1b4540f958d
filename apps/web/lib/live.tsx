'use client';
import type { Client, ClientState } from '@btt/client';
import { INITIAL_STATE } from '@btt/client/state';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { inWords } from './refused';

interface Connection {
  readonly client: Client | null;
  readonly coming: Promise<Client>;
}

const Live = createContext<Connection | null>(null);
const NOTHING_YET = createStore<ClientState>(() => INITIAL_STATE);
const AGAIN_AFTER_MS = 2000;

/** One connection for everything below it; opened in the browser, closed when the page is left. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const [promised] = useState(promise<Client>);
  const [client, setClient] = useState<Client | null>(null);
  useEffect(() => {
    let made: Client | null = null;
    let left = false;
    // The socket is fetched when the page is alive: what is read and filled in first does not wait for it.
    const open = async () => {
      try {
        const { createClient } = await import('@btt/client');
        if (left) return;
        made = createClient({ inWords });
        setClient(made);
        promised.keep(made);
      } catch {
        if (!left) setTimeout(() => void open(), AGAIN_AFTER_MS);
      }
    };
    void open();
    return () => {
      left = true;
      made?.close();
    };
  }, [promised]);
  return <Live.Provider value={{ client, coming: promised.of }}>{children}</Live.Provider>;
}

/** The connection; null until the page is alive and has fetched it. */
export function useClient(): Client | null {
  return useContext(Live)?.client ?? null;
}

/** Waits for the connection: for a button that may be pressed before it is there. */
export function useComingClient(): () => Promise<Client> {
  const coming = useContext(Live)?.coming;
  return useCallback(() => coming ?? new Promise<Client>(() => undefined), [coming]);
}

/** A part of what has arrived. The selector must return something stable: a field of the state, or a primitive. */
export function useLive<T>(selector: (state: ClientState) => T): T {
  return useStore(useClient()?.store ?? NOTHING_YET, selector);
}

interface Promised<T> {
  readonly of: Promise<T>;
  readonly keep: (value: T) => void;
}

function promise<T>(): Promised<T> {
  let keep: (value: T) => void = () => undefined;
  const of = new Promise<T>((resolve) => {
    keep = resolve;
  });
  return { of, keep };
}
