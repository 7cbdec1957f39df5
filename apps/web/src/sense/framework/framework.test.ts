import { describe, expect, test } from "vitest";
import { changeInput, fieldOf } from "./changeFields";
import { agreementSentence, agreementTier, changeWords, frameworkSentence, moveWords, type Draft, type Reliability } from "./frameworkFinding";

const figure = (value: number | null, low: number | null, high: number | null) => ({ value, low, high, n: 80, withheld: value === null ? ("TOO_FEW" as const) : null });
const reliability = (overall: ReturnType<typeof figure>, topics: readonly ReturnType<typeof figure>[] = []): Reliability =>
  ({ refusal: null, requests: 80, readers: 2, overall, confusions: [], topics: topics.map((agreement, at) => ({ topic: { code: `T${at}` }, agreement })) }) as never;

describe("how sure agreement is", () => {
  test("is told by the whole interval, and not at all without a lower end", () => {
    expect(agreementTier(figure(0.9, 0.82, 0.95))).toBe("reliable");
    expect(agreementTier(figure(0.75, 0.7, 0.82))).toBe("tentative");
    expect(agreementTier(figure(0.5, 0.3, 0.6))).toBe("poor");
    expect(agreementTier(figure(0.7, 0.5, 0.9))).toBe("unsure");
    expect(agreementTier(figure(1, null, 1))).toBe("unsure");
  });

  test("the sentence claims no more than that", () => {
    expect(frameworkSentence(reliability(figure(0.727, 0.629, 0.817)), 59, 12)).toBe(
      "People who tag the same requests agree at 0.73 (0.63 to 0.82), where 1 is always and 0 is chance: whether that is enough to build conclusions on cannot be told yet.",
    );
    expect(frameworkSentence(reliability(figure(null, null, null)), 59, 12)).toMatch(/is not known\.$/);
    expect(agreementSentence(reliability(figure(0.7, 0.6, 0.8), [figure(0.9, 0.7, 1), figure(0.2, 0, 0.4), figure(0.7, 0.1, 0.9), figure(null, null, null)]))).toBe(
      "Of 3 topics read often enough, readers agree well enough on 1; they do not on 1; on 1 it cannot be told.",
    );
  });
});

describe("a form's change", () => {
  const fields = (entries: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(entries)) data.append(name, value);
    return data;
  };
  const part = (at: number) => ({ [`code${at}`]: `A-${at}`, [`domain${at}`]: "A", [`label${at}`]: `L${at}`, [`definition${at}`]: "D." });

  test("says what its kind needs, and nothing of the other kinds", () => {
    expect(changeInput("SPLIT", fields({ topics: "A-X", ...part(0), ...part(1) }), 2)).toEqual({
      kind: "SPLIT",
      topics: ["A-X"],
      newTopics: [0, 1].map((at) => ({ code: `A-${at}`, domain: "A", label: `L${at}`, definition: "D." })),
    });
    expect(changeInput("MERGE", fields({ topics: "A-X,A-Y", into: "A-Z" }), 2)).toEqual({ kind: "MERGE", topics: ["A-X", "A-Y"], into: "A-Z" });
    expect(changeInput("RENAME", fields({ topics: "A-X", label: " ", definition: "New." }), 2)).toEqual({ kind: "RENAME", topics: ["A-X"], label: null, definition: "New." });
    expect(changeInput("RETIRE", fields({ topics: "A-X" }), 2)).toEqual({ kind: "RETIRE", topics: ["A-X"] });
  });

  test("is refused at the field that the API means", () => {
    expect(fieldOf("input.newTopics.1.code")).toBe("code1");
    expect(fieldOf("input.topics")).toBe("topics");
  });
});

test("changes and versions read as sentences", () => {
  const [a, b] = [{ id: "A", code: "A", label: "Ay" }, { id: "B", code: "B", label: "Bee" }];
  const change = (given: Partial<Draft["changes"][number]>) => changeWords({ topics: [a], newTopics: [], into: null, label: null, definition: null, ...given } as never);
  expect(change({ kind: "MERGE", into: b })).toBe("Merge Ay (A) into Bee (B).");
  expect(change({ kind: "RENAME", label: "Eh" })).toBe("Call Ay (A) “Eh”.");
  expect(moveWords({ kind: "MERGE", from: [a], to: [b], authorName: "Ada" })).toBe("Ay (A) was merged into Bee (B).");
  expect(moveWords({ kind: "RENAME", from: [a], to: [{ ...a, label: "Eh" }], authorName: "Ada" })).toBe("Ay (A) was renamed Eh.");
});
