import { Refused } from "../../ui/form/refusal";
import { doAuth, textAt } from "../auth";

/** What an authenticator app needs, and the codes for the day on which the phone is gone. */
export interface TwoFactorOffer {
  /** `otpauth://totp/...`, for the QR code. */
  readonly uri: string;
  /** The same secret for typing, in groups of four. */
  readonly typed: string;
  readonly backupCodes: readonly string[];
}

function refusePassword(code: string): Refused {
  return code === "INVALID_PASSWORD" ? new Refused("That is not your password.", "password") : new Refused("That did not work. Try again in a moment.");
}

/** The secret of an `otpauth:` address in groups of four; empty where it holds none. */
export function typedSecret(uri: string): string {
  const secret = URL.canParse(uri) ? (new URL(uri).searchParams.get("secret") ?? "") : "";
  return secret.match(/.{1,4}/g)?.join(" ") ?? "";
}

function codesOf(data: unknown): readonly string[] {
  const codes = typeof data === "object" && data !== null && "backupCodes" in data ? data.backupCodes : null;
  return Array.isArray(codes) ? codes.filter((code) => typeof code === "string") : [];
}

/** Begins the set-up; it stands only once a code of the app was given. @throws Refused */
export async function offerTwoFactor(password: string): Promise<TwoFactorOffer> {
  const data = await doAuth("two-factor/enable", { password }, refusePassword);
  const uri = textAt(data, "totpURI") ?? "";
  return { uri, typed: typedSecret(uri), backupCodes: codesOf(data) };
}

export async function turnOffTwoFactor(password: string): Promise<void> {
  await doAuth("two-factor/disable", { password }, refusePassword);
}

/** Makes new backup codes; those of before are worth nothing. */
export async function newBackupCodes(password: string): Promise<readonly string[]> {
  return codesOf(await doAuth("two-factor/generate-backup-codes", { password }, refusePassword));
}
