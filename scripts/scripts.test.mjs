// The parts of the scripts in this folder that decide something.
import { describe, expect, test } from 'vitest';
import { judgeAudit } from './lib/advisories.mjs';
import { countPlaywright, countVitest, judge } from './lib/counts.mjs';
import { foreignAddresses, missingEntries, platformOf } from './lockfile.mjs';
import { nodeIsRecentEnough, treeMatches } from './prepare.mjs';

describe('the lock file', () => {
  test.each([
    ['@next/swc-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@turbo/windows-64', { os: ['win32'], cpu: ['x64'] }],
    ['@oxlint/binding-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@tailwindcss/oxide-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
  ])('tells from the name where %s runs', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });

  test('does not guess about a name that says nothing', () => {
    expect(platformOf('left-pad')).toBeNull();
  });

  const lock = {
    lockfileVersion: 3,
    packages: {
      '': {},
      'node_modules/tool': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: {
          'tool-darwin-x64': '1.0.0',
          'tool-linux-x64': '1.0.0',
          'tool-win32-x64': '1.0.0',
        },
      },
      'node_modules/tool-linux-x64': { version: '1.0.0', optional: true },
      'node_modules/tool/node_modules/tool-win32-x64': { version: '1.0.0', optional: true },
    },
  };

  test('gets an entry for each platform that the registry left out', () => {
    expect(missingEntries(lock)).toEqual([
      {
        place: 'node_modules/tool-darwin-x64',
        entry: { version: '1.0.0', optional: true, dev: true, os: ['darwin'], cpu: ['x64'] },
      },
    ]);
  });

  test('may not point to a private registry', () => {
    const packages = {
      'node_modules/a': { resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz' },
      'node_modules/b': { resolved: 'https://mirror.example/b-1.0.0.tgz' },
      'node_modules/c': { resolved: 'packages/c', link: true },
    };
    expect(foreignAddresses({ lockfileVersion: 3, packages })).toEqual([
      'https://mirror.example/b-1.0.0.tgz',
    ]);
  });
});

describe('preparing', () => {
  test.each([
    ['18.20.0', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['22.0.0', true],
  ])('Node %s is recent enough: %s', (version, answer) => {
    expect(nodeIsRecentEnough(version)).toBe(answer);
  });

  const wanted = {
    '': {},
    'packages/game': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-darwin-x64': { version: '1.0.0', optional: true },
  };

  test('installed packages are the ones of the lock file; optional ones may be absent', () => {
    expect(treeMatches(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
  });

  test.each([
    ['a missing package', {}],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }],
  ])('%s means that packages must be installed', (_, present) => {
    expect(treeMatches(wanted, present)).toBe(false);
  });
});

describe('counting tests', () => {
  test('a test file that cannot be run counts as a failed test', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  });

  test('an error outside the browser tests counts as a failed test', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 0, skipped: 0 };
    expect(countPlaywright({ stats, errors: ['no server'] })).toEqual({ passed: 4, failed: 2, skipped: 0 });
  });

  test.each([
    ['without a report', null, 0],
    ['without any test', { passed: 0, failed: 0, skipped: 0 }, 0],
    ['that was ended by a signal', { passed: 5, failed: 0, skipped: 0 }, null],
    ['that ended with an error', { passed: 5, failed: 0, skipped: 0 }, 1],
  ])('a run %s is never green', (_, counts, exitCode) => {
    expect(judge(counts, exitCode).failed).toBe(1);
  });

  test('a run whose tests all passed is green', () => {
    expect(judge({ passed: 5, failed: 0, skipped: 0 }, 0)).toEqual({ passed: 5, failed: 0, skipped: 0 });
  });
});

describe('the audit', () => {
  /** @param {object | null} report */
  const judged = (report) => judgeAudit({ stdout: JSON.stringify(report) });
  const none = { info: 0, low: 0, moderate: 0, high: 0, critical: 0, total: 0 };

  test('passes when no advisory is open, and names those that are', () => {
    expect(judged({ vulnerabilities: {}, metadata: { vulnerabilities: none } })).toEqual({
      passed: true,
      lines: ['No advisory is open.'],
    });
    const vulnerabilities = { tool: { severity: 'low' }, other: { severity: 'critical' } };
    expect(judged({ vulnerabilities, metadata: { vulnerabilities: { ...none, total: 2 } } })).toEqual({
      passed: false,
      lines: ['tool: low', 'other: critical'],
    });
  });

  test.each([
    [
      'takes no such question',
      { message: '405 Method Not Allowed', statusCode: 405, error: { summary: '' } },
    ],
    ['is busy', { message: '503 Service Unavailable', statusCode: 503 }],
    [
      'is not reached',
      {
        message: 'request to https://registry.example/-/npm failed, reason: connect ECONNREFUSED 192.0.2.1:9',
      },
    ],
    [
      'has no address',
      { error: { code: 'ENOTFOUND', summary: 'request to https://registry.example failed' } },
    ],
  ])('says so when the registry %s, and fails nothing', (_, report) => {
    expect(judged(report)).toEqual({ passed: true, lines: [expect.stringContaining('does not answer')] });
  });

  test('takes a registry that lets npm wait for one that does not answer', () => {
    const error = { code: 'ETIMEDOUT', message: 'spawnSync npm ETIMEDOUT' };
    expect(judgeAudit({ stdout: '', error }).passed).toBe(true);
  });

  test.each([
    [
      'there is no lock file',
      { error: { code: 'ENOLOCK', summary: 'This command requires an existing lockfile.' } },
    ],
    ['npm was told something wrong', { error: { code: 'EUSAGE', summary: 'Unknown option' } }],
    ['the question is not understood', { message: '400 Bad Request', statusCode: 400 }],
    ['the report says nothing', {}],
    ['the report is no report', null],
  ])('fails when %s', (_, report) => {
    const { passed, lines } = judged(report);
    expect([passed, lines[0]]).toEqual([false, expect.stringContaining('went wrong')]);
  });

  test('fails when npm says what cannot be read, or cannot be started, and says why', () => {
    expect(judgeAudit({ stdout: 'Killed', stderr: 'npm error' })).toEqual({
      passed: false,
      lines: [expect.stringContaining('went wrong'), 'npm error'],
    });
    const error = { code: 'ENOENT', message: 'spawn npm ENOENT' };
    expect(judgeAudit({ stdout: '', error }).lines).toEqual(['The audit went wrong: spawn npm ENOENT']);
  });
});
