import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What has been counted since the start. */
export interface Counters {
  messages: number;
  refusals: number;
  events: number;
  frames: number;
  failures: number;
}

export const newCounters = (): Counters => ({ messages: 0, refusals: 0, events: 0, frames: 0, failures: 0 });

/** What is so at this moment. */
export interface Gauges {
  readonly connections: () => number;
  readonly sessions: () => number;
  readonly tables: () => number;
  readonly backlog: () => number;
}

type Line = readonly [name: string, kind: 'gauge' | 'counter', help: string, value: number];

/** A few numbers in the text format of Prometheus. None of them says anything about people. */
export function createMetrics(counters: Counters, gauges: Gauges): () => string {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  return () => {
    const memory = process.memoryUsage();
    const lines: readonly Line[] = [
      ['btt_connections', 'gauge', 'Open sockets', gauges.connections()],
      ['btt_sessions_loaded', 'gauge', 'Sessions in memory', gauges.sessions()],
      ['btt_tables_loaded', 'gauge', 'Tables in memory', gauges.tables()],
      ['btt_backlog_bytes', 'gauge', 'Most that waits to be read by one page', gauges.backlog()],
      ['btt_messages_total', 'counter', 'Messages of clients', counters.messages],
      ['btt_refusals_total', 'counter', 'Messages that were refused', counters.refusals],
      ['btt_events_total', 'counter', 'Events of sessions and tables told', counters.events],
      ['btt_frames_total', 'counter', 'Frames sent, counted per socket', counters.frames],
      [
        'btt_failures_total',
        'counter',
        'Things that went wrong, the database being away among them',
        counters.failures,
      ],
      ['btt_resident_bytes', 'gauge', 'Resident memory', memory.rss],
      ['btt_heap_used_bytes', 'gauge', 'Heap in use', memory.heapUsed],
      [
        'btt_event_loop_delay_p99_seconds',
        'gauge',
        'Delay of the event loop since the last look, 99th percentile',
        delay.percentile(99) / 1e9,
      ],
      [
        'btt_event_loop_delay_max_seconds',
        'gauge',
        'Longest delay of the event loop since the last look',
        delay.max / 1e9,
      ],
      ['btt_uptime_seconds', 'gauge', 'Time since the start', process.uptime()],
    ];
    delay.reset();
    return lines
      .map(
        ([name, kind, help, value]) =>
          `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${name} ${finite(value)}\n`,
      )
      .join('');
  };
}

const finite = (value: number) => (Number.isFinite(value) ? value : 0);
