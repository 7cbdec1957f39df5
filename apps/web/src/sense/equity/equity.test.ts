import { describe, expect, test } from "vitest";
import type { FigureFields } from "../figure/format";
import { funnelSentence, type FunnelGroup } from "./funnelFinding";
import { chanceWords, ratioSentence, reachSentence, verdict, type Group } from "./reachFinding";
import { districtsOf, readReachView } from "./reachView";

const figure = (value: number | null, low: number | null = null, high: number | null = null): FigureFields => ({ value, low, high, n: value === null ? null : 160, withheld: value === null ? "TOO_FEW" : null });
const group = (label: string, byDistricts: FigureFields, byStudents: FigureFields): Group => ({ key: { key: label.toUpperCase(), label }, byDistricts: { ratio: byDistricts }, byStudents: { ratio: byStudents } });

describe("the page's sentence", () => {
  test("gives both readings of the group that is most surely off its part", () => {
    const groups = [group("City", figure(1.1, 0.9, 1.3), figure(1, 0.8, 1.2)), group("Rural", figure(0.45, 0.32, 0.63), figure(1.17, 1.02, 1.4))];
    expect(reachSentence(groups, "LOCALE", "districts")).toBe("Rural districts are 0.45 of their share by districts, 1.17 by students.");
    expect(reachSentence(groups, "LOCALE", "students")).toBe("Rural districts are 1.17 times their share by students, 0.45 by districts.");
  });

  test("says of the other reading when it cannot be told, or is of too few", () => {
    const rural = figure(0.45, 0.32, 0.63);
    expect(reachSentence([group("Rural", rural, figure(0.8, 0.4, 1.4))], "LOCALE", "districts")).toBe("Rural districts are 0.45 of their share by districts; by students, at 0.8, no difference can be told.");
    expect(reachSentence([group("Rural", rural, figure(null))], "LOCALE", "districts")).toBe("Rural districts are 0.45 of their share by districts; by students they are too few to tell.");
  });

  test("claims nothing where 1 lies in every interval, and nothing of what is withheld", () => {
    expect(reachSentence([group("City", figure(1.3, 0.9, 1.8), figure(2, 1.5, 3))], "LOCALE", "districts")).toBe("By districts, no locale is reached surely more or less than its part.");
    expect(reachSentence([group("City", figure(null), figure(null))], "LOCALE", "districts")).toBe("Too few systems are served here to say whom the network reaches.");
    // A value without an interval is no ground for a side.
    expect(verdict(figure(3))).toBe("even");
  });

  test("speaks of each cut in its own words", () => {
    expect(districtsOf("POVERTY_BAND", { label: "30% or more in poverty" })).toBe("Districts with 30% or more in poverty");
    expect(districtsOf("ENROLLMENT_BAND", { label: "Under 1,000 students" })).toBe("Districts of under 1,000 students");
    expect(districtsOf("REGION", { label: "South" })).toBe("Districts of the South");
    expect(districtsOf("STATE", { label: "Texas" })).toBe("Districts of Texas");
  });
});

test("the drawing's sentence names who is reached more and less, and says what chance would do among many", () => {
  const over = group("City", figure(2, 1.5, 3), figure(1, 0.5, 2));
  const under = group("Rural", figure(0.4, 0.2, 0.7), figure(1, 0.5, 2));
  expect(ratioSentence([over, under], "LOCALE", "districts")).toBe("By districts, reached more than their part: city; less: rural");
  expect(ratioSentence([under], "LOCALE", "districts")).toBe("By districts, reached less than their part: rural");
  expect(ratioSentence([over, under], "LOCALE", "students")).toBe("By students, no group can be told from its part");
  expect(chanceWords([over, under], "districts")).toBe("");
  expect(chanceWords(Array(50).fill(over), "districts")).toMatch(/Of 50 tested, 3 or so/);
});

test("an address is read without a fault, and what it does not know is locale by districts", () => {
  expect(readReachView({})).toEqual({ by: "LOCALE", count: "districts" });
  expect(readReachView({ by: "state", count: "Students" })).toEqual({ by: "STATE", count: "students" });
  expect(readReachView({ by: "topic", count: "pupils" })).toEqual({ by: "LOCALE", count: "districts" });
});

describe("the funnel's sentence", () => {
  const step = (stage: "MATCHED" | "SUSTAINED" | "RATED", own: number, difference: FigureFields | null, qValue: number | null) => ({ stage, requests: figure(20), ofBefore: figure(own), ofAsked: figure(own), difference, qValue });
  const even = figure(0.01, -0.1, 0.1);
  const funnel = (matched: ReturnType<typeof step>, sustained: ReturnType<typeof step>): FunnelGroup[] => [
    { key: { key: "RURAL", label: "Rural" }, asked: figure(40), steps: [matched, sustained, step("RATED", 0.9, even, 0.9)] },
  ];

  test("tells equal access from equal persistence", () => {
    const stays = step("SUSTAINED", 0.4, figure(-0.4, -0.5, -0.2), 0.001);
    expect(funnelSentence(funnel(step("MATCHED", 0.95, even, 0.8), stays), "LOCALE")).toBe(
      "Who is matched cannot be told apart, but not all stay alike: 40% of matched requests from rural districts hold three calls, 80% of the rest",
    );
    expect(funnelSentence(funnel(step("MATCHED", 0.5, figure(-0.4, -0.5, -0.2), 0.001), step("SUSTAINED", 0.8, even, 0.8)), "LOCALE")).toBe(
      "Access differs: 50% of requests from rural districts are matched, 90% of the rest; among those matched, who stays cannot be told apart",
    );
  });

  test("claims no difference on a q of 0.05 or more, on an interval with 0 in it, or on nothing", () => {
    const none = "Neither who is matched nor who stays can be told apart between groups";
    for (const sustained of [step("SUSTAINED", 0.4, figure(-0.4, -0.5, -0.2), 0.05), step("SUSTAINED", 0.4, figure(-0.4, -0.8, 0.01), 0.01), step("SUSTAINED", 0.4, figure(null), null), step("SUSTAINED", 0.4, null, null)]) {
      expect(funnelSentence(funnel(step("MATCHED", 0.9, even, 0.7), sustained), "LOCALE")).toBe(none);
    }
  });
});
