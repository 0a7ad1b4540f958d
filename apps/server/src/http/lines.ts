import type { Refusal } from '@btt/protocol';
import type { Request, RequestHandler, Response } from 'express';
import { answer } from './author';

/** An answer that comes line by line, each of them JSON, as far as it is known. */
export interface Lines {
  readonly send: (line: object) => void;
  /** Called when the reader has left before the end. */
  onLeft(work: () => void): void;
}

/** Answers line by line once the work opens the answer; until then it may still refuse. */
export function inLines(
  work: (request: Request, open: () => Lines) => Promise<Refusal | null>,
): RequestHandler {
  return (request, response, goOn) => {
    work(request, () => openLines(response))
      .then((refused) => {
        if (refused) answer(response, refused);
        else response.end();
      })
      .catch(goOn);
  };
}

function openLines(response: Response): Lines {
  // Told to proxies in front of the server, which would otherwise wait for the end.
  response.status(200).set({ 'Content-Type': 'application/x-ndjson', 'X-Accel-Buffering': 'no' });
  return {
    send(line) {
      if (!response.writableEnded && !response.destroyed) response.write(`${JSON.stringify(line)}\n`);
    },
    onLeft(left) {
      response.once('close', () => {
        if (!response.writableFinished) left();
      });
    },
  };
}
