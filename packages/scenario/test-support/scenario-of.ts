import { compileScenario, printProblems, type Scenario, type ScenarioFile } from '../src';

/** Compiles inline YAML, with further files where a test needs them. Throws the printed problems. */
export function scenarioOf(yaml: string, files: readonly ScenarioFile[] = []): Scenario {
  const compiled = compileScenario([{ path: 'scenario.yaml', text: yaml }, ...files]);
  if (!compiled.ok) throw new Error(printProblems(compiled.problems));
  return compiled.scenario;
}
