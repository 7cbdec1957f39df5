import { expect, test } from "vitest";
import { mailWords, withAddresses } from "./matchWords";

const [ada, ben] = [{ name: "Ada" }, { name: "Ben" }];

test("before a team is asked it is said to whom mail goes, and whom none reaches", () => {
  expect(mailWords({ coaches: [ada, ben], addresses: ["ada@x.example", "ben@x.example"] })).toBe("Mail goes to Ada (ada@x.example) and Ben (ben@x.example).");
  expect(mailWords({ coaches: [ada, ben], addresses: ["ada@x.example", null] })).toBe("Mail goes to Ada (ada@x.example). No address is known of Ben: tell them yourself.");
  expect(mailWords({ coaches: [ben], addresses: [null] })).toBe("No address is known of Ben: tell them yourself.");
  expect(withAddresses({ coaches: [ada, ben], addresses: [null, "ben@x.example"] })).toBe("Ada (no address is known: tell them yourself) and Ben (ben@x.example)");
});
