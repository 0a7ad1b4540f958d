import { parentPort } from 'node:worker_threads';
import type { ToThread } from './messages';
import { createWork } from './work';

const port = parentPort;
if (!port) throw new Error('This file runs in a worker thread.');

const take = createWork((message) => port.postMessage(message));
port.on('message', (message: ToThread) => take(message));
