import { requireRole, type Account, type Viewer } from "../../access/viewer";
import { forbidden } from "../../errors";

/** In what form figures leave for somebody. */
export type Standing =
  /**
   * As they are: of `all`, the viewer may see every row behind them. Of the `own` organisation alone, they count what its
   * coaches did as guests on others' engagements too, whose rows its lead does not see.
   */
  | { readonly form: "exact"; readonly of: "all" | "own" }
  /** So that no single system can be worked out, even by who knows the rows of `ownProvider`. */
  | { readonly form: "protected"; readonly ownProvider: string | null };

/**
 * The one place through which every aggregate passes on its way out. Staff may see the rows, so they may see any sum of them;
 * a provider's lead likewise those of the own organisation, asked for alone. Everybody else in the network is given
 * protected figures. An API key gives what its scopes say, and no more than its owner may see.
 *
 * @param providers the organisations that are asked for; empty = all.
 * @throws DomainError UNAUTHENTICATED for the public, FORBIDDEN for an account without a role or a key without the scope.
 */
export function passGate(viewer: Viewer, providers: readonly string[]): Standing {
  const account = requireRole(viewer, ["staff", "coach", "provider", "funder", "steward"], "Figures of the network are open to those who have a role in it.");
  const isOwn = isLeadOf(account, providers);
  if (account.key !== null) {
    if (isOwn && account.key.scopes.includes("own:read")) return { form: "exact", of: "own" };
    if (!account.key.scopes.includes("shared:read")) throw forbidden("This API key does not open figures of the network.");
    return { form: "protected", ownProvider: account.providerId };
  }
  if (account.roles.includes("staff")) return { form: "exact", of: "all" };
  if (isOwn) return { form: "exact", of: "own" };
  return { form: "protected", ownProvider: account.providerId };
}

/** Whether an account leads the one organisation that is asked for. */
const isLeadOf = ({ roles, providerId }: Account, providers: readonly string[]): boolean =>
  roles.includes("provider") && providerId !== null && providers.length > 0 && providers.every((id) => id === providerId);
