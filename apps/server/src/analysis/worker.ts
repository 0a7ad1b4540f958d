import { parentPort } from 'node:worker_threads';
import type { ToThread } from './messages';
import { createWorkshop } from './workshop';

const port = parentPort;
if (!port) throw new Error('This file runs in a worker thread.');

const take = createWorkshop((message) => port.postMessage(message));
port.on('message', (message: ToThread) => take(message));
