import { describe, expect, test } from "vitest";
import { draftFaults, faultOf, type Change, type KnownTopic } from "./draft";

const topic = (code: string, label = code, standing: KnownTopic["standing"] = "current"): KnownTopic => ({ code, kind: "topic", label, domainCode: code.slice(0, 3), standing });
const domain = (code: string): KnownTopic => ({ code, kind: "domain", label: `Domain ${code}`, domainCode: null, standing: "current" });

const KNOWN: readonly KnownTopic[] = [
  domain("AAA"),
  topic("AAA-ONE", "One"),
  topic("AAA-TWO", "Two"),
  topic("AAA-OLD", "Old (retired in version 2)", "retired"),
  domain("BBB"),
  topic("BBB-ONE", "Bee"),
  { code: "NONE", kind: "outside", label: "None", domainCode: null, standing: "current" },
];

const made = (code: string, label = code) => ({ code, domain: code.slice(0, 3), label, definition: "What it covers." });
const change = (kind: Change["kind"], given: Partial<Change>): Change => ({ kind, topics: [], newTopics: [], intoCode: null, label: null, definition: null, ...given });
const fault = (given: Change, draft: readonly Change[] = []) => {
  const found = faultOf(given, KNOWN, draft);
  return found && `${found.field}: ${found.message}`;
};

describe("a change goes into the draft", () => {
  test.each([
    change("add", { newTopics: [made("AAA-NEW")] }),
    change("rename", { topics: ["AAA-ONE"], label: "First" }),
    change("rename", { topics: ["AAA"], definition: "All of it." }),
    change("split", { topics: ["AAA-ONE"], newTopics: [made("AAA-LEFT"), made("BBB-RIGHT")] }),
    change("merge", { topics: ["AAA-ONE"], intoCode: "BBB-ONE" }),
    change("merge", { topics: ["AAA-ONE", "AAA-TWO"], newTopics: [made("AAA-BOTH")] }),
    change("retire", { topics: ["BBB-ONE"] }),
  ])("$kind", (given) => expect(fault(given)).toBeNull());

  test("under the label of a topic that ends", () => {
    expect(fault(change("split", { topics: ["AAA-ONE"], newTopics: [made("AAA-LEFT", "One"), made("AAA-RIGHT")] }))).toBeNull();
  });
});

describe("a change is refused, with its field and a sentence", () => {
  test.each([
    [change("retire", { topics: ["XXX"] }), "topics: The framework has no topic XXX."],
    [change("retire", { topics: ["AAA-OLD"] }), "topics: AAA-OLD is no topic of the framework any more."],
    [change("retire", { topics: ["AAA"] }), "topics: AAA is a domain: domains can be renamed only."],
    [change("rename", { topics: ["NONE"], label: "Other" }), "topics: NONE stands for what the framework does not name, and stays as it is."],
    [change("merge", { topics: ["AAA-ONE", "AAA-ONE"], intoCode: "BBB-ONE" }), "topics: A topic is named twice."],
    [change("merge", { topics: ["AAA-ONE"], intoCode: "AAA-ONE" }), "into: AAA-ONE is not merged into itself: leave it out of the topics that go."],
    [change("merge", { topics: ["AAA-ONE"], newTopics: [made("AAA-NEW")] }), "topics: Choose two topics at least to merge."],
    [change("merge", { topics: ["AAA-ONE"], intoCode: "AAA-OLD" }), "into: The framework has no topic AAA-OLD."],
    [change("split", { topics: ["AAA-ONE"], newTopics: [made("AAA-NEW")] }), "newTopics: A topic is divided into two new ones at least."],
    [change("add", { newTopics: [made("AAA-OLD")] }), "newTopics.0.code: The code AAA-OLD is taken, or was once: no code is used again for something else."],
    [change("add", { newTopics: [made("AAA-x!")] }), "newTopics.0.code: The code is AAA-, then 2 to 12 capital letters or digits."],
    [change("add", { newTopics: [made("XXX-NEW")] }), "newTopics.0.domain: The framework has no domain XXX."],
    [change("add", { newTopics: [made("AAA-NEW", "two")] }), "newTopics.0.label: Another topic is called two."],
    [change("split", { topics: ["AAA-ONE"], newTopics: [made("AAA-L", "Same"), made("AAA-R", "Same")] }), "newTopics.0.code: The code is AAA-, then 2 to 12 capital letters or digits."],
    [change("split", { topics: ["AAA-ONE"], newTopics: [made("AAA-LL", "Same"), made("AAA-RR", "same")] }), "newTopics.1.label: Another topic is called same."],
    [change("rename", { topics: ["AAA-ONE"] }), "label: Give a new label, or a new definition."],
    [change("rename", { topics: ["AAA-ONE"], label: "Bee" }), "label: Another topic is called Bee."],
  ])("%j", (given, message) => expect(fault(given)).toBe(message));

  test("where the draft changes the topic already, merges into it, or ends what it is to go into", () => {
    const merged = change("merge", { topics: ["AAA-ONE"], intoCode: "AAA-TWO" });
    expect(fault(change("rename", { topics: ["AAA-ONE"], label: "First" }), [merged])).toBe("topics: The draft changes AAA-ONE already. Take that change back first.");
    expect(fault(change("retire", { topics: ["AAA-TWO"] }), [merged])).toBe("topics: Another topic is merged into AAA-TWO in the draft.");
    expect(fault(change("merge", { topics: ["BBB-ONE"], intoCode: "AAA-ONE" }), [merged])).toBe("into: AAA-ONE itself ends in the draft.");
    expect(fault(change("rename", { topics: ["AAA-TWO"], label: "Second" }), [merged])).toBeNull();
  });
});

test("a draft that leaves a domain without a topic cannot be published, unless it brings one", () => {
  const retired = change("retire", { topics: ["BBB-ONE"] });
  expect(draftFaults(KNOWN, [retired])).toEqual(["No topic would be left in the domain Domain BBB (BBB). Keep one, or add one."]);
  expect(draftFaults(KNOWN, [retired, change("add", { newTopics: [made("BBB-NEW")] })])).toEqual([]);
  expect(draftFaults(KNOWN, [change("merge", { topics: ["BBB-ONE"], intoCode: "AAA-ONE" })])).toHaveLength(1);
});
