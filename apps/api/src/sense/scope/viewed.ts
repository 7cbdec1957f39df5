import type { Context } from "../../context";
import { badInput } from "../../errors";
import { passGate } from "../figure/gate";
import { checkScope, type CheckedScope } from "./scope";
import type { Scope } from "./scope.type";
import { namedThings, type NamedThings } from "./vocabulary.queries";

export interface Viewed {
  readonly scope: CheckedScope;
  readonly names: NamedThings;
}

/**
 * The scope that an analysis is asked for, checked, for a viewer who may see it.
 * @throws DomainError UNAUTHENTICATED, FORBIDDEN, or BAD_USER_INPUT with the field at fault.
 */
export async function viewedScope({ viewer, use }: Context, scope: Scope | null | undefined): Promise<Viewed> {
  passGate(viewer);
  const names = await use(namedThings);
  const checked = checkScope(scope ?? {}, names);
  if ("message" in checked) throw badInput(checked.field, checked.message);
  return { scope: checked, names };
}
