import { createHash, randomBytes } from "node:crypto";

/** 256 bits. */
const TOKEN_BYTES = 32;

/** What makes an invitation's link: nobody guesses it, and nobody reads it here afterwards. Letters, digits, - and _. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString("base64url");

/** What is kept of a token: its SHA-256, in hexadecimal digits. A random token needs no salt. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Where the dashboard lets somebody accept; without the network's own address, which the mail puts in front. */
export const invitationPath = (token: string): string => `/invitation/${token}`;
