import { useNetwork } from "./network";
import type { Scope } from "./scope";
import { showingFor, type Showing } from "./showing";

/** How whoever looks is shown the figures of a scope; nobody is shown them exactly who is not signed in. */
export function useShowing(scope: Scope): Showing {
  const { viewer } = useNetwork();
  return viewer === null ? "protected" : showingFor(viewer, scope);
}
