import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createLog } from "./log";

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = "";
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      done();
    },
  });
  write(createLog("trace", destination));
  return text;
}

const SECRET = `arl_${"x".repeat(40)}`;

test.each([
  ["request headers", { req: { headers: { cookie: "network.session_token=abc", authorization: `Bearer ${SECRET}` } } }],
  ["answer headers", { res: { headers: { "set-cookie": "network.session_token=abc" } } }],
  ["a body", { body: { password: "always-abc", secret: SECRET, token: "abc" } }],
])("what is secret in %s is not written", (_what, entry) => {
  const text = logged((log) => log.info(entry, "said"));
  expect(text).toContain('"msg":"said"');
  expect(text).not.toContain("abc");
  expect(text).not.toContain(SECRET);
});

test("a key is cut out wherever it stands: in a path, a message or an error", () => {
  const text = logged((log) => {
    log.info({ req: { url: `/graphql?key=${SECRET}` } }, `asked with ${SECRET}`);
    log.error({ err: new Error(`no such key: ${SECRET}`) }, "failed");
  });
  expect(text.match(/arl_…/g)?.length).toBeGreaterThanOrEqual(3);
  expect(text).not.toContain("xxxx");
});
