import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../context";
import { conflict, forbidden } from "../../errors";
import { readInput } from "../../input";
import { requireRole, type Account } from "../viewer";
import { MakeApiKeyInput, makeApiKeyRules, RevokeApiKeyInput, revokeApiKeyRules, RotateApiKeyInput, rotateApiKeyRules } from "./apiKey.input";
import { apiKeyById, type ApiKeyRow } from "./apiKey.loader";
import { addKey, announceKey, countUsableKeys, revokeKey, supersedeKey, type NewKey } from "./apiKey.queries";
import { MakeApiKeyPayload, RevokeApiKeyPayload, RotateApiKeyPayload } from "./apiKey.type";
import { expiryAfter, keyState, overlapEnd, successorExpiry } from "./lifetime";
import { requireOwnSession } from "./ownSession";
import { KEY_HOLDERS, scopesOpenTo } from "./powers";
import { hashOf, makeSecret, shownPrefix } from "./secret";

/** Of one person, working at the same time: more is a program that makes keys. */
const MOST_KEYS = 20;

/** Where the dashboard shows somebody their keys. */
const KEYS_PAGE = "/account";

interface NewKeyPayload {
  readonly apiKey: ApiKeyRow;
  readonly secret: string;
}

@Resolver()
export class ApiKeyMutationResolver {
  @Mutation(() => MakeApiKeyPayload, {
    description: "Makes an API key in the viewer's own name. For leads of organisations, funders, stewards and staff, signed in themselves.",
  })
  async makeApiKey(@Arg("input", () => MakeApiKeyInput, { description: "The key to make." }) input: MakeApiKeyInput, @Ctx() context: Context): Promise<NewKeyPayload> {
    const owner = requireKeyHolder(context);
    const { name, scopes, expiresInDays } = readInput(makeApiKeyRules, input);
    const { db, realNow } = context;
    requireScopes(owner, scopes);
    if ((await countUsableKeys(db, owner.id, realNow)) >= MOST_KEYS) throw conflict(`You have ${MOST_KEYS} keys that work. Revoke one that is not needed.`);
    return newKey(context, owner, { name, scopes, providerId: leadOf(owner), expiresAt: expiryAfter(realNow, expiresInDays) });
  }

  @Mutation(() => RotateApiKeyPayload, {
    description: "Makes a key of the same name, scopes and length of life, in the place of one of the viewer's own; the old one works on for the overlap.",
  })
  async rotateApiKey(@Arg("input", () => RotateApiKeyInput, { description: "Which, and how." }) input: RotateApiKeyInput, @Ctx() context: Context): Promise<NewKeyPayload> {
    const owner = requireKeyHolder(context);
    const { id, overlapHours } = readInput(rotateApiKeyRules, input);
    const { db, use, realNow } = context;
    const old = await use(apiKeyById).load(id);
    if (old.userId !== owner.id) throw forbidden("A key is rotated by its owner.");
    const state = keyState(old, realNow);
    if (state !== "active") throw conflict(`This key is ${state} already. Make another.`);
    requireScopes(owner, old.scopes);
    const made = await newKey(context, owner, { name: old.name, scopes: old.scopes, providerId: leadOf(owner), expiresAt: successorExpiry(old, realNow) });
    await supersedeKey(db, id, { rotatedTo: made.apiKey.id, expiresAt: overlapEnd(old, realNow, overlapHours) });
    return made;
  }

  @Mutation(() => RevokeApiKeyPayload, { description: "Ends a key at once: one of the viewer's own, or anybody's for admins. Repeated, nothing happens." })
  async revokeApiKey(@Arg("input", () => RevokeApiKeyInput, { description: "Which." }) input: RevokeApiKeyInput, @Ctx() context: Context): Promise<{ apiKey: ApiKeyRow }> {
    const account = requireOwnSession(context.viewer);
    const { id } = readInput(revokeApiKeyRules, input);
    const key = await context.use(apiKeyById).load(id);
    if (key.userId !== account.id && !account.positions.includes("admin")) throw forbidden("A key is revoked by its owner, or by an admin among the hub's staff.");
    return { apiKey: key.revokedAt === null ? await revokeKey(context.db, id, context.realNow) : key };
  }
}

/** @throws DomainError UNAUTHENTICATED, or FORBIDDEN for a key and for whoever may have none. */
function requireKeyHolder({ viewer }: Context): Account {
  requireOwnSession(viewer);
  return requireRole(viewer, KEY_HOLDERS, "API keys are for leads of organisations, funders, stewards and staff.");
}

/** @throws DomainError FORBIDDEN for a scope that the owner's own rights do not hold. */
function requireScopes(owner: Account, scopes: readonly ApiKeyRow["scopes"][number][]): void {
  const open = scopesOpenTo(owner);
  if (scopes.some((scope) => !open.includes(scope))) throw forbidden("OWN_READ is for leads of an organisation.");
}

const leadOf = ({ roles, providerId }: Account): string | null => (roles.includes("provider") ? providerId : null);

async function newKey({ db, realNow }: Context, owner: Account, details: Pick<NewKey, "name" | "scopes" | "providerId" | "expiresAt">): Promise<NewKeyPayload> {
  const secret = makeSecret();
  const apiKey = await addKey(db, { ...details, userId: owner.id, prefix: shownPrefix(secret), hash: hashOf(secret), createdAt: realNow });
  await announceKey(db, owner.email, { name: details.name, expiresAt: details.expiresAt.toISOString(), link: KEYS_PAGE });
  return { apiKey, secret };
}
