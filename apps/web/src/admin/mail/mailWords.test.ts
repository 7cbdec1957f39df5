import { expect, test } from "vitest";
import { mailFinding } from "./mailWords";

test.each([
  [{ waiting: 0, failed: 0, sent: 0 }, "The network has not written to anybody yet."],
  [{ waiting: 0, failed: 0, sent: 12 }, "All 12 mails were sent."],
  [{ waiting: 1, failed: 0, sent: 12 }, "1 mail waits to be sent; none failed."],
  [{ waiting: 2, failed: 1, sent: 12 }, "1 mail did not get through; 2 wait."],
])("%j", (counts, finding) => expect(mailFinding(counts)).toBe(finding));
