import fc from 'fast-check';

/** Between the packets of one request. */
export const BETWEEN = '\u001e';
const json = fc.json({ maxDepth: 3 });
/** What is no packet, or one that nobody would send. */
export const packet = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    '4',
    '42',
    '42[',
    '42{}',
    '42[]',
    '42["hello"',
    '42["__proto__",{}]',
    '421e9["hello"]',
    '3',
    '2probe',
    '5',
    '6',
  ),
  fc.constantFrom(
    '451-["hello",{"_placeholder":true,"num":9}]',
    '45-["hello"]',
    '459999999-["x"]',
    'b4',
    'bAAAA',
    '43[]',
    '430[1]',
    '41',
    '44{"message":"x"}',
  ),
  fc.constantFrom(
    '40/other,',
    '42/other,["hello",{}]',
    '4099999',
    `42${'['.repeat(3000)}`,
    `42["hello","${'x'.repeat(20_000)}"]`,
  ),
  json.map((value) => `42["command",${value}]`),
  json.map((value) => `427${value}`),
);

const NOTICES = ['unhandledRejection', 'uncaughtException', 'warning'] as const;

/** Does something, and says which errors and warnings nobody listened to meanwhile. Fails as it fails. */
export async function unheard(work: () => Promise<unknown>): Promise<string[]> {
  const noted: string[] = [];
  const note = (error: unknown): void => void noted.push(String(error));
  for (const notice of NOTICES) process.on(notice, note);
  try {
    await work();
  } finally {
    for (const notice of NOTICES) process.off(notice, note);
  }
  return noted;
}
