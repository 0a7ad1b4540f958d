import { tsImport } from 'tsx/esm/api';

// For tests and development only: a thread does not inherit the loader that reads TypeScript.
await tsImport('./sqlite-worker.ts', import.meta.url);
