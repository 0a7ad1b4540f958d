'use client';
import { useEffect } from 'react';

/** Fetches the typefaces once the page is alive: on a slow network they would take the bandwidth that its scripts wait for. */
export function Typefaces() {
  useEffect(() => {
    void import('./font-files');
  }, []);
  return null;
}
