export type * from './condition';
export type * from './move';
export type * from './rule';
export type * from './scenario';
