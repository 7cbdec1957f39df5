import type { FastifyRequest } from "fastify";

/** Tokens of links and ids of rows; a word that a person would read is shorter. */
const TOKEN = /(?<=\/)[\w-]{20,}(?=\/|$)/g;

/** Where private links lead: what follows is one's token, however it ends, and whatever a mail program has hung on it. */
const PRIVATE = /^(\/+(?:my|r|offer|referral|calendar|stop)\/+)[^/].*$/i;

/**
 * What is logged of a request. Never its address as it came: tokens of invitations and links stand in paths and in
 * queries, and the query of a GET is a whole operation.
 */
export function requestForLog({ method, url, ip }: Pick<FastifyRequest, "method" | "url" | "ip">) {
  const [path = "", query] = url.split("?", 2);
  const names = query === undefined ? "" : `?${[...new URLSearchParams(query).keys()].join("&")}`;
  return { method, url: `${path.replace(PRIVATE, "$1…").replaceAll(TOKEN, "…")}${names}`.slice(0, 300), remoteAddress: ip };
}
