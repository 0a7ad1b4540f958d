/** A whole text message in one unmasked frame: FIN and opcode 1 (RFC 6455, 5.2). */
const TEXT = 0x81;
/** Lengths above which the length itself takes two bytes, and eight. */
const SHORT = 125;
const MIDDLE = 0xffff;

/**
 * A text as it goes over a WebSocket without compression, in one piece of memory: sockets to which it goes take it as it is, with one write
 * each. engine.io sends such a frame in the place of the packet that it belongs to.
 */
export function webSocketFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length <= SHORT ? 2 : length <= MIDDLE ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = TEXT;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, head);
  return frame;
}
