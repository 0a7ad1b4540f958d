import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants';

/** The server that answers sockets and `/api` while the pages are served by `next dev`. */
const DEVELOPMENT_SERVER = process.env.DEVELOPMENT_SERVER ?? 'http://127.0.0.1:3001';

const shared: NextConfig = {
  agentRules: false,
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  skipTrailingSlashRedirect: true,
};

export default function config(phase: string): NextConfig {
  if (phase !== PHASE_DEVELOPMENT_SERVER) return { ...shared, output: 'export' };
  return {
    ...shared,
    rewrites: async () => [
      { source: '/socket.io/', destination: `${DEVELOPMENT_SERVER}/socket.io/` },
      { source: '/socket.io', destination: `${DEVELOPMENT_SERVER}/socket.io/` },
      { source: '/api/:path*', destination: `${DEVELOPMENT_SERVER}/api/:path*` },
    ],
  };
}
