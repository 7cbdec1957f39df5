import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../paths";
import { crash } from "./crash";
import { judge, type Deed, type DeedKind, type Trace } from "./deeds";

const API = join(PROJECT_ROOT, "apps/api");
const MAIN = join(API, "dist/main.js");

test.runIf(process.env["LONG_TESTS"] === "true")("what is acknowledged is there once, with its audit event and its mail, whatever is killed meanwhile", async () => {
  if (!existsSync(MAIN)) execFileSync("pnpm", ["exec", "vite", "build", "--logLevel", "warn"], { cwd: API });
  const { verdict, delivery, kills, refusals } = await crash({ main: MAIN, kills: 2, writes: 250, writers: 50, seed: 20_261_122, mailMs: 10_000 });
  expect(refusals).toEqual([]);
  expect(kills.length).toBeGreaterThan(0);
  expect(verdict.acknowledged).toBeGreaterThanOrEqual(250);
  const { lost, doubled, unexpected, unaudited, mailsLost, mailsDoubled, torn } = verdict;
  expect({ lost, doubled, unexpected, unaudited, mailsLost, mailsDoubled, torn }).toEqual({ lost: 0, doubled: 0, unexpected: 0, unaudited: 0, mailsLost: 0, mailsDoubled: 0, torn: 0 });
  expect([delivery.lost, delivery.strange]).toEqual([0, 0]);
  expect(delivery.sent).toBeGreaterThan(0);
}, 120_000);

const NO_TRACES: Record<DeedKind, ReadonlyMap<string, Trace>> = { submitRequest: new Map(), tagRequest: new Map(), makeOffer: new Map(), answerOffer: new Map(), logSession: new Map(), rateCall: new Map(), askMore: new Map() };

test("a loss, a doubling, a missing audit event and a missing mail would each be seen", () => {
  const deed = (key: string, outcome: Deed["outcome"] = "acknowledged"): Deed => ({ kind: "logSession", key, mails: 1, outcome });
  const traces = new Map<string, Trace>([
    ["whole", { rows: 1, audits: 1, mails: 1 }],
    ["twice", { rows: 2, audits: 1, mails: 1 }],
    ["unaudited", { rows: 1, audits: 0, mails: 1 }],
    ["unmailed", { rows: 1, audits: 1, mails: 0 }],
    ["mailed twice", { rows: 1, audits: 1, mails: 2 }],
    ["torn", { rows: 0, audits: 1, mails: 0 }],
    ["recovered", { rows: 1, audits: 1, mails: 1 }],
    ["never asked for", { rows: 1, audits: 1, mails: 1 }],
  ]);
  const deeds = [...["whole", "twice", "unaudited", "unmailed", "mailed twice", "lost"].map((key) => deed(key)), ...["torn", "recovered", "gone"].map((key) => deed(key, "unknown")), deed("no", "refused")];
  expect(judge(deeds, { ...NO_TRACES, logSession: traces })).toEqual({
    acknowledged: 6, unknown: 3, refused: 1, lost: 1, doubled: 1, recovered: 1, unexpected: 1, unaudited: 1, mailsLost: 1, mailsDoubled: 1, torn: 1,
  });
});
