export { scenarioOf } from './scenario-of';
export { SMALL, SMALL_FILES, smallScenario } from './small';
