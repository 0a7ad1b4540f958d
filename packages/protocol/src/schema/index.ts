export * from './library';
export * from './messages';
export * from './primitives';
export * from './session-commands';
export * from './table-commands';
