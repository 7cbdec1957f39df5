import { Refused } from "../ui/form/refusal";
import { askAuth, doAuth, textAt } from "./auth";

/** What comes after a password or a link that was right. */
export type SignInStep = "in" | "secondFactor";

/** @throws Refused in words, at the field at fault. */
export async function signIn(email: string, password: string): Promise<SignInStep> {
  return stepOf(
    await doAuth("sign-in/email", { email, password }, (_, status) =>
      status === 401 || status === 400
        ? new Refused("That e-mail and password do not match.", "password")
        : new Refused("Signing in failed. Try again in a moment."),
    ),
  );
}

function stepOf(data: unknown): SignInStep {
  const asks = typeof data === "object" && data !== null && "twoFactorRedirect" in data && data.twoFactorRedirect === true;
  return asks ? "secondFactor" : "in";
}

/** Sends a link to sign in with, if the address has an account; the answer is the same if it has none. */
export async function sendLink(email: string): Promise<void> {
  await doAuth("sign-in/magic-link", { email }, () => new Refused("That is not an e-mail address.", "email"));
}

/** Signs in with the token of a link, which is used up by it. */
export async function signInByLink(token: string): Promise<SignInStep> {
  return stepOf(await doAuth("magic-link/verify", { token }, () => new Refused("This link was used already, or has run out. Ask for a new one.")));
}

export type SecondFactor = "app" | "backup";

/** @throws Refused when the code is wrong, or the first step too long ago. */
export async function giveSecondFactor(kind: SecondFactor, code: string): Promise<void> {
  const path = kind === "app" ? "two-factor/verify-totp" : "two-factor/verify-backup-code";
  await doAuth(path, { code: code.replaceAll(/\s/g, "") }, (said) => {
    if (/INVALID_(TWO_FACTOR|COOKIE)|EXPIRED|SESSION/.test(said)) return new Refused("That took too long. Begin again with your password.");
    if (/TOO_MANY|LOCKED/.test(said)) return new Refused("Too many wrong codes. Begin again with your password.");
    return new Refused(
      kind === "app" ? "That is not the code of this moment. Look again: it changes every 30 seconds." : "No unused backup code is like this.",
      "code",
    );
  });
}

/** Sends the browser to the network's own identity service, and back to `next`. */
export async function signInElsewhere(next: string): Promise<void> {
  const answer = await doAuth(
    "sign-in/oauth2",
    { callbackURL: next, errorCallbackURL: "/sign-in" },
    () => new Refused("That service does not answer. Sign in another way, or try again in a moment."),
  );
  const url = textAt(answer, "url");
  if (url === null) throw new Refused("That service does not answer. Sign in another way, or try again in a moment.");
  window.location.assign(url);
}

/** Sends a link to choose a new password with, if the address has an account. */
export async function askForNewPassword(email: string): Promise<void> {
  await doAuth("request-password-reset", { email, redirectTo: "/reset-password" }, () => new Refused("That is not an e-mail address.", "email"));
}

/** @throws Refused when the link is of no use any more, or the password is too weak. */
export async function setNewPassword(token: string, newPassword: string): Promise<void> {
  await doAuth("reset-password", { token, newPassword }, (code) =>
    /PASSWORD/.test(code)
      ? new Refused("Choose another password, of 10 characters or more.", "password")
      : new Refused("This link was used already, or has run out. Ask for a new one."),
  );
}

/** Ends the session; what this page has seen goes with the reload that follows. */
export async function signOut(): Promise<void> {
  await askAuth("sign-out", {}).catch(() => null);
}

/** Where to go after signing in: a path of this site, and nothing else an address may claim; else one's home. */
export function safeNext(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : "/";
}
