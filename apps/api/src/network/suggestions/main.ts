// Learns from the messages in data/messages and keeps what was learned beside them. Run after any change of theirs:
//   node --import @oxc-node/core/register apps/api/src/network/suggestions/main.ts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { likenesses } from "@arl/analysis/suggestion/kernelRidge";
import { REFERENCE_DATA } from "../../paths";
import { rounded, writeArtifact } from "./artifact";
import { encode } from "./encoder";
import { classesOf, expectedAcross, learnedFrom, lessonsOf } from "./learning";
import { qualityOf, type Foreseen } from "./measures";
import { fingerprint, frameworkCodes, trainingMessages } from "./messages";
import { meaningsOf } from "./reading";
import { rulesFrom } from "./rules";

/** Those whose messages are whole ones, and so stand for what comes in. */
const TESTED = ["a", "b"];

const say = (line: string) => process.stderr.write(`${line}\n`);

const classes = classesOf(frameworkCodes());
const messages = trainingMessages();
say(`Reading ${messages.length} messages.`);
const meanings = (await meaningsOf(messages.map(({ text }) => text), encode)).map(rounded);
const { lessons } = lessonsOf(messages, meanings, classes);
const alike = likenesses(lessons);

const foreseen: Foreseen[] = TESTED.flatMap((author) => {
  say(`Learning without the messages of ${author}.`);
  const to = [...messages.keys()].filter((at) => messages[at]?.author === author);
  const from = [...messages.keys()].filter((at) => messages[at]?.author !== author);
  const expected = expectedAcross(lessons, classes.length, from, to, alike);
  return to.flatMap((at, place) => {
    const [message, shares] = [messages[at], expected[place]];
    return message && shares ? [{ message, shares }] : [];
  });
});
const rules = rulesFrom(foreseen, classes);
const across = TESTED.map((author) => ({ author, quality: qualityOf(foreseen.filter(({ message }) => message.author === author), classes, rules) }));
for (const { author, quality } of across) {
  const { messages: on, first, amongThree, outside, leftUntagged, missed } = quality;
  say(`${author}: first ${(first / on).toFixed(3)}, among three ${(amongThree / on).toFixed(3)}, left untagged ${leftUntagged}/${outside}, missed ${missed}/${on}`);
}

say("Learning from all.");
const { usual, weights } = learnedFrom(lessons, classes.length, alike);
writeArtifact({ fingerprint: fingerprint(), classes, usual: [...usual], ...rules, meanings, weights: Float32Array.from(weights) });
writeFileSync(join(REFERENCE_DATA, "messages/measured.json"), `${JSON.stringify({ sharpness: rules.sharpness, outside: rules.outside, across }, null, 1)}\n`);
process.exit(0);
