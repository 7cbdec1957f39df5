import { expect, test } from "vitest";
import { typedSecret } from "./twoFactor";

test("a secret is typed in groups of four", () => {
  expect(typedSecret("otpauth://totp/Network:a%40b.org?secret=JBSWY3DPEHPK3PXPAB&issuer=Network")).toBe("JBSW Y3DP EHPK 3PXP AB");
});

test.each(["", "nonsense", "otpauth://totp/x"])("%j has none", (uri) => expect(typedSecret(uri)).toBe(""));
