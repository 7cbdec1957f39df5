import { describe, expect, test } from "vitest";
import { readEnv } from "./env";

describe("readEnv", () => {
  test("has a default for everything", () => {
    expect(readEnv({})).toMatchObject({ PORT: 4000, HOST: "127.0.0.1", DATA_DIR: ".data", NODE_ENV: "development" });
  });

  test("takes an empty variable as not set", () => {
    expect(readEnv({ PORT: "", DEMO: "" })).toMatchObject({ PORT: 4000 });
    expect(readEnv({ DEMO: "" }).DEMO).toBeUndefined();
  });

  test.each([
    ["PORT", "seventy"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://somewhere"],
    ["DEMO", "yes"],
    ["PUBLIC_URL", "ftp://example.org"],
    ["LOG_LEVEL", "loud"],
    ["RATE_LIMIT", "-1"],
  ])("names %s when it is %j", (variable, value) => {
    expect(() => readEnv({ [variable]: value })).toThrow(variable);
  });

  test("takes an issuer whole, or names what is missing of it", () => {
    const whole = { OIDC_ISSUER: "https://sign-in.example", OIDC_CLIENT_ID: "network", OIDC_CLIENT_SECRET: "secret", OIDC_NAME: "North" };
    expect(readEnv(whole)).toMatchObject(whole);
    for (const missing of Object.keys(whole)) {
      expect(() => readEnv({ ...whole, [missing]: "" })).toThrow(missing);
    }
  });
});
