import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT, REFERENCE_DATA } from "../../paths";
import { qualityOf, type Quality } from "./measures";
import { messagesBy } from "./messages";
import { examplesOf, loadedModel, sharesOf } from "./model";
import { taggingPage, type Measured } from "./page";

/** Of messages by somebody whose messages were not learned from, in shares. */
const LEAST_FIRST = 0.65;
const LEAST_AMONG_THREE = 0.85;
const LEAST_LEFT_UNTAGGED = 8 / 12;

test.runIf(process.env["LONG_TESTS"] === "true")("suggestions for messages that were never learned from are as good as docs/tagging.md says", async () => {
  const model = await loadedModel();
  const messages = messagesBy("held-out");
  const examples = await examplesOf(messages.map(({ text }) => text), model);
  const foreseen = messages.flatMap((message, at) => {
    const example = examples[at];
    return example ? [{ message, shares: sharesOf(example, model, null) }] : [];
  });
  const quality: Quality = qualityOf(foreseen, model.classes, model);
  const { messages: on, first, amongThree, outside, leftUntagged, missed } = quality;
  process.stdout.write(`first ${first}/${on}, among three ${amongThree}/${on}, left untagged ${leftUntagged}/${outside}, missed ${missed}/${on}\n`);
  const measured = JSON.parse(readFileSync(join(REFERENCE_DATA, "messages/measured.json"), "utf8")) as Measured;
  await expect(taggingPage(quality, measured)).toMatchFileSnapshot(join(PROJECT_ROOT, "docs/tagging.md"));
  expect(first / on).toBeGreaterThanOrEqual(LEAST_FIRST);
  expect(amongThree / on).toBeGreaterThanOrEqual(LEAST_AMONG_THREE);
  expect(leftUntagged / outside).toBeGreaterThanOrEqual(LEAST_LEFT_UNTAGGED);
}, 240_000);
