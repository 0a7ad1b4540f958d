export * from './lesson-commands';
export * from './library';
export * from './messages';
export * from './primitives';
export * from './session-commands';
export * from './session-file';
export * from './table-commands';
