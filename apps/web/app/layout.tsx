import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import './globals.css';
import { Typefaces } from '@/components/ui/Typefaces';
import { InLanguage } from '@/components/language/InLanguage';

export const metadata: Metadata = {
  title: { default: 'Behind the Table', template: '%s · Behind the Table' },
  description: 'A classroom game of two-level negotiation: bargain at the table, be ratified behind it.',
  robots: { index: false },
  referrer: 'no-referrer',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f0e6' },
    { media: '(prefers-color-scheme: dark)', color: '#141618' },
  ],
};

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Typefaces />
        <InLanguage>{children}</InLanguage>
      </body>
    </html>
  );
}
