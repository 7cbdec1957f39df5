import type { FigureFields } from "../figure/format";

interface Counted {
  readonly requests: FigureFields;
  readonly sessionsHeld: FigureFields;
}

/** Whether a part of the network holds anything, and whether anything of it may be shown. */
export function standing({ requests, sessionsHeld }: Counted): "nothing" | "tooFew" | "something" {
  if (requests.value === 0 && sessionsHeld.value === 0) return "nothing";
  return requests.value === null && sessionsHeld.value === null ? "tooFew" : "something";
}
