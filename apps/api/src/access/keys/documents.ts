/**
 * What a program may send before it has a key, also where a session may otherwise send only the dashboard's documents:
 * to join, and to look after its own keys. By id, each exactly as docs/api.md writes it.
 */
export const KEY_DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ["join", "mutation Join($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }"],
  ["make-key", "mutation MakeKey($input: MakeApiKeyInput!) { makeApiKey(input: $input) { secret apiKey { id prefix scopes expiresAt } } }"],
  ["keys", "query Keys { viewer { apiKeys { id name prefix scopes state expiresAt lastUsedAt } } }"],
  ["rotate-key", "mutation RotateKey($input: RotateApiKeyInput!) { rotateApiKey(input: $input) { secret apiKey { id prefix scopes expiresAt } } }"],
  ["revoke-key", "mutation RevokeKey($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id state revokedAt } } }"],
]);
