import { createBounds } from './bounds';
import { compact } from './compact';
import { createEvaluator } from './evaluator';
import type { Tools } from './open-block';
import type { Prepared } from './prepare';
import type { Table } from './rows';
import type { Space } from './space';
import type { Steps } from './steps';
import { type Counts, type Target, type Visitor, walk } from './walk';

export interface Walker {
  count(prepared: Prepared): Steps<Counts>;
  /** Visits every deal of the target, blocks in the order of the walk. */
  visit(prepared: Prepared, target: Target, visitor: Visitor): Steps<Counts>;
}

/**
 * Makes walks for records prepared on the same tables. Their memory is kept from one to the next. Walks in steps may take turns: each
 * has memory of its own while it lasts.
 */
export function createWalker(space: Space, base: readonly Table[]): Walker {
  const network = compact(space.network);
  let idle: Tools | null = null;
  function* withTools(prepared: Prepared, target: Target | null, visitor: Visitor | null): Steps<Counts> {
    const tools = idle ?? {
      evaluator: createEvaluator(space, base, network),
      bounds: createBounds(network, space.variables.length),
    };
    idle = null;
    try {
      for (let variable = 0; variable < base.length; variable++) {
        if (tools.evaluator.writeBase(variable)) yield 0;
      }
      return yield* walk(space, tools, prepared, target, visitor);
    } finally {
      idle = tools;
    }
  }
  return {
    count: (prepared) => withTools(prepared, null, null),
    visit: withTools,
  };
}
