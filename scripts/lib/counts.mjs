// Reads how many tests passed and failed out of the reports of vitest and Playwright.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests?: number, numTodoTests?: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} report vitest's JSON report
 * @returns {Counts} a file that could not be run counts as one failed test
 */
export function countVitest(report) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors?: readonly unknown[] }} report Playwright's JSON report
 * @returns {Counts} an error outside any test counts as one failed test
 */
export function countPlaywright(report) {
  return {
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky + (report.errors ?? []).length,
    skipped: report.stats.skipped,
  };
}

/**
 * The outcome of a run of tests, told together with how its process ended.
 * @param {Counts | null} counts null when the run left no report
 * @param {number | null} exitCode null when the process was ended by a signal
 * @returns {Counts} never green when something went wrong, or when nothing was tested
 */
export function judge(counts, exitCode) {
  if (counts === null) return { passed: 0, failed: 1, skipped: 0 };
  const wentWrong = exitCode !== 0 || counts.passed + counts.failed === 0;
  return wentWrong && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
