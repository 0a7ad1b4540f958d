/** The same text on every machine: no byte-order mark, one kind of line end. */
export function canonicalText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}
