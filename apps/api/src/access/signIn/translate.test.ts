import { describe, expect, test } from "vitest";
import { translated } from "./translate";

describe("a link to sign in", () => {
  test("is used by POST alone", () => {
    expect(translated("/magic-link/verify", "GET", null).refusal).toBe(405);
    expect(translated("/magic-link/verify", "POST", { token: "abc" })).toMatchObject({ method: "GET", query: { token: "abc" } });
  });

  test("that is no text is a link that does not work", () => {
    expect(translated("/magic-link/verify", "POST", { token: { $ne: "" } }).query).toEqual({ token: "" });
  });

  test("answers alike, whatever it is refused for", async () => {
    const { answer } = translated("/magic-link/verify", "POST", { token: "abc" });
    for (const error of ["INVALID_TOKEN", "new_user_signup_disabled"]) {
      const told = answer(new Response(null, { status: 302, headers: { location: `https://network.example/?error=${error}` } }));
      expect([told.status, await told.json()]).toEqual([401, { message: "This link does not work any more. Ask for a new one.", code: "INVALID_TOKEN" }]);
    }
  });
});

describe("what an issuer sends back", () => {
  const { answer } = translated("/callback/oidc", "GET", null);
  const sentTo = (location: string) => answer(new Response(null, { status: 302, headers: { location, "set-cookie": "a=b" } }));

  test("is refused without a reason", () => {
    for (const error of ["signup_disabled", "account_not_linked", "email_not_found&error_description=details"]) {
      expect(sentTo(`https://network.example/sign-in?error=${error}`).headers.get("location")).toBe("https://network.example/sign-in?error=sign_in_refused");
    }
    expect(sentTo("/sign-in?next=%2Fneeds&error=signup_disabled").headers.get("location")).toBe("/sign-in?next=%2Fneeds&error=sign_in_refused");
  });

  test("goes through untouched when it is accepted", () => {
    const told = sentTo("https://network.example/needs");
    expect(told.headers.get("location")).toBe("https://network.example/needs");
    expect(told.headers.getSetCookie()).toEqual(["a=b"]);
  });
});
