import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webSocketFrame } from '../src/sockets/web-socket-frame';

/** Reads a frame as the standard says (RFC 6455, 5.2). */
function read(frame: Buffer) {
  const short = (frame[1] ?? 0) & 0x7f;
  const [length, head] =
    short < 126
      ? [short, 2]
      : short === 126
        ? [frame.readUInt16BE(2), 4]
        : [Number(frame.readBigUInt64BE(2)), 10];
  return {
    whole: ((frame[0] ?? 0) & 0x80) !== 0,
    opcode: (frame[0] ?? 0) & 0x0f,
    masked: ((frame[1] ?? 0) & 0x80) !== 0,
    short,
    length,
    left: frame.length - head - length,
    text: frame.subarray(head).toString(),
  };
}

describe('a frame of a WebSocket', () => {
  const whole = { whole: true, opcode: 1, masked: false, left: 0 };

  it('holds a text of any length, with the shortest way to say how long it is', () => {
    for (const length of [0, 1, 125, 126, 127, 65_535, 65_536, 300_000]) {
      const text = 'x'.repeat(length);
      const short = length < 126 ? length : length < 65_536 ? 126 : 127;
      expect(read(webSocketFrame(text))).toEqual({ ...whole, text, length, short });
    }
  });

  it('counts bytes and not characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(read(webSocketFrame(text))).toMatchObject({ ...whole, text, length: Buffer.byteLength(text) });
      }),
    );
  });
});
