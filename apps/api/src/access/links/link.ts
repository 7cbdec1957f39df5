import { createHash, randomBytes } from "node:crypto";
import { unauthenticated } from "../../errors";

/** What a private link is to. */
export type LinkKind = "request" | "rating" | "offer" | "referral" | "calendar" | "mail";

/** A link that works, as its holder came with it. */
export interface HeldLink {
  readonly kind: LinkKind;
  /** The id of the request, session, offer, referral or coach, or the address of mail. */
  readonly subjectId: string;
}

/** Where each kind leads, the token apart. */
const PATHS: Readonly<Record<LinkKind, (token: string) => string>> = {
  request: (token) => `/my/${token}`,
  rating: (token) => `/r/${token}`,
  offer: (token) => `/offer/${token}`,
  referral: (token) => `/referral/${token}`,
  calendar: (token) => `/calendar/${token}.ics`,
  mail: (token) => `/stop/${token}`,
};

/** How many days each kind works; null = until it is ended. */
export const LINK_DAYS: Readonly<Record<LinkKind, number | null>> = { request: 400, rating: 60, offer: 30, referral: 180, calendar: null, mail: null };

const TOKEN_BYTES = 32;

/** 256 bits in letters, digits, - and _. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString("base64url");

/** What is kept of a token: its SHA-256 in hexadecimal digits. A random token needs no salt. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

export const linkPath = (kind: LinkKind, token: string): string => PATHS[kind](token);

/** The header in which a page sends the token of the link that it was opened by. */
export const LINK_HEADER = "x-private-link";

/**
 * What the holder's link is to.
 * @throws DomainError UNAUTHENTICATED without a link, or with one of another kind.
 */
export function requireLink(link: HeldLink | null, kind: LinkKind): string {
  if (link?.kind !== kind) throw unauthenticated();
  return link.subjectId;
}
