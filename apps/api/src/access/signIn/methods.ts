import { enumOf } from "../../enums";

const SIGN_IN_METHODS = ["password", "magic_link", "oidc"] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

export const SignInMethodEnum = enumOf(
  SIGN_IN_METHODS,
  "SignInMethod",
  "PASSWORD is an e-mail address and a password, MAGIC_LINK a link sent by mail, OIDC the sign-in of an organisation's own.",
);

/** How people may sign in; by an issuer only where there is one. */
export const signInMethods = (oidcName: string | null): SignInMethod[] => (oidcName === null ? ["password", "magic_link"] : ["password", "magic_link", "oidc"]);
