export { type Compiled, type Compiling, compileScenario, LARGEST_SCENARIO } from './compile/compile';
export type { ScenarioFile } from './compile/texts';
export { type AuthorScenario, FORMAT, scenarioFormat } from './format/scenario';
export { scenarioSchema } from './format/schema';
export type { Upcaster, UpcasterChain } from './format/upcast';
export * from './lookup';
export type * from './model';
export { type Problem, type ProblemCode, printProblem, printProblems } from './problems/problem';
export { COMPILED, type Revived, reviveScenario, serializeScenario } from './serialize';
export {
  type NotABundle,
  type NotFiles,
  packScenario,
  unpackScenario,
  unpackValue,
  whyNotFiles,
} from './share/bundle';
export { type Change, changeValue } from './source/change';
export { languagesOf, translationsOf } from './translate/languages';
