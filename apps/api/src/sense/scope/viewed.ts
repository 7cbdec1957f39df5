import { requireRowRights } from "../../access/rights";
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
 * The scope that an analysis is asked for, checked, for a viewer who may see its figures.
 * @throws DomainError UNAUTHENTICATED, FORBIDDEN, or BAD_USER_INPUT with the field at fault.
 */
export async function viewedScope({ viewer, use }: Context, scope: Scope | null | undefined): Promise<Viewed> {
  passGate(viewer);
  const names = await use(namedThings);
  return { scope: checked(scope, names), names };
}

/**
 * The scope whose rows are asked for, checked, for a viewer who may see some of them; the database decides which.
 * @throws DomainError UNAUTHENTICATED, FORBIDDEN, or BAD_USER_INPUT with the field at fault.
 */
export async function rowScope({ viewer, use }: Context, scope: Scope | null | undefined): Promise<CheckedScope> {
  requireRowRights(viewer);
  return checked(scope, await use(namedThings));
}

function checked(scope: Scope | null | undefined, names: NamedThings): CheckedScope {
  const result = checkScope(scope ?? {}, names);
  if ("message" in result) throw badInput(result.field, result.message);
  return result;
}
