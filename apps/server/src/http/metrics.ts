import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface Gauges {
  readonly connections: () => number;
}

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

/** A few numbers in the text format of Prometheus. None of them says anything about people. */
export function metricsText({ connections }: Gauges): string {
  const memory = process.memoryUsage();
  const lines: [string, string, number][] = [
    ['btt_connections', 'Open sockets', connections()],
    ['btt_resident_bytes', 'Resident memory', memory.rss],
    ['btt_heap_used_bytes', 'Heap in use', memory.heapUsed],
    [
      'btt_event_loop_delay_p99_seconds',
      'Delay of the event loop since the start, 99th percentile',
      delay.percentile(99) / 1e9,
    ],
    ['btt_uptime_seconds', 'Time since the start', process.uptime()],
  ];
  return lines
    .map(
      ([name, help, value]) =>
        `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${Number.isFinite(value) ? value : 0}\n`,
    )
    .join('');
}
