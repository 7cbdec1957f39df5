import { expect, test } from "vitest";
import { requestForLog } from "./requestForLog";

const shown = (url: string) => requestForLog({ method: "GET", url, ip: "192.0.2.1" }).url;

test.each([
  ["/graphql", "/graphql"],
  ["/assets/index-Dn-fXLOu.js", "/assets/index-Dn-fXLOu.js"],
  ["/api/auth/sign-in/email", "/api/auth/sign-in/email"],
  ["/invitation/0123456789abcdefghij", "/invitation/…"],
  ["/api/auth/reset-password/0123456789abcdefghij?callbackURL=%2Fx", "/api/auth/reset-password/…?callbackURL"],
  ["/verify?token=abc&email=a%40b.example", "/verify?token&email"],
  ["/a?b=1?c=2", "/a?b"],
  ["/my/0123456789abcdefghij", "/my/…"],
  ["/calendar/0123456789abcdefghij.ics", "/calendar/…"],
  ["/r/0123456789abcdefghij.", "/r/…"],
  ["/offer/0123456789%61bcdefghij/x?y=1", "/offer/…?y"],
  ["//stop//0123456789abcdefghij)", "//stop//…"],
  ["/network/0123", "/network/0123"],
])("of %s, %s is logged", (url, expected) => {
  expect(shown(url)).toBe(expected);
});

test("a very long address is cut", () => {
  expect(shown(`/${"a/".repeat(5_000)}`).length).toBeLessThanOrEqual(300);
});
