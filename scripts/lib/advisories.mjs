// Reads what npm says about advisories.

/** What npm names an error of the network, whoever's it is. */
const NETWORK = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ERR_SOCKET_TIMEOUT',
  'ETIMEDOUT',
]);
/** What a registry answers that takes no such questions, or none at the moment. */
const NO_ANSWER = (/** @type {number} */ status) =>
  [403, 404, 405, 408, 429].includes(status) || status >= 500;
const UNREACHED = /^request to \S+ failed, reason: /;

/**
 * @typedef {{ metadata?: { vulnerabilities?: object }, vulnerabilities?: Record<string, { severity: string }>,
 *   message?: string, statusCode?: number, error?: { code?: string, summary?: string } }} Report
 */

/**
 * What an audit has come to.
 * @param {{ stdout: string, stderr?: string, error?: { code?: string, message: string } }} run npm's own, with the error of the process, if any
 * @returns {{ passed: boolean, lines: string[] }} it passes when no advisory is open, and when the registry cannot be asked; whatever
 *   else goes wrong fails, and is said
 */
export function judgeAudit({ stdout, stderr = '', error }) {
  const silent = {
    passed: true,
    lines: ['The registry does not answer questions about advisories here: nothing is known.'],
  };
  const broken = (/** @type {string} */ why) => ({
    passed: false,
    lines: [`The audit went wrong: ${why}`, stderr.trim()].filter(Boolean),
  });
  // It was ended because nothing came.
  if (error) return error.code === 'ETIMEDOUT' ? silent : broken(error.message);
  const report = read(stdout);
  if (report === null) return broken('npm said nothing that can be read.');
  if (report.metadata?.vulnerabilities) {
    const open = Object.entries(report.vulnerabilities ?? {});
    const lines = open.map(([name, { severity }]) => `${name}: ${severity}`);
    return { passed: open.length === 0, lines: open.length === 0 ? ['No advisory is open.'] : lines };
  }
  return isSilence(report) ? silent : broken(report.error?.summary || report.message || 'no reason given');
}

/** @param {Report} report @returns {boolean} whether the registry was not reached, or takes no such question */
function isSilence({ message, statusCode, error }) {
  if (typeof error?.code === 'string' && error.code !== '') return NETWORK.has(error.code);
  if (typeof statusCode === 'number') return NO_ANSWER(statusCode);
  return typeof message === 'string' && UNREACHED.test(message);
}

/** @param {string} text @returns {Report | null} */
function read(text) {
  try {
    const report = JSON.parse(text);
    return typeof report === 'object' ? report : null;
  } catch {
    return null;
  }
}
