import { describe, expect, test } from "vitest";
import type { FigureFields } from "../figure/format";
import { fragilitySentence, lossSentence, type TopicRest } from "./fragilityFinding";
import { changeWords, courseOf, lateSentence, outlookSentence, tableDays, weeksSentence, type ForecastFields } from "./outlookFinding";
import { readOutlookView } from "./outlookView";
import { topicChoices } from "./topicChoices";
import { waitsName } from "./WaitsChart";

const figure = (value: number | null, low: number | null = null, high: number | null = null): FigureFields => ({ value, low, high, n: 14, withheld: value === null ? "NOT_REACHED" : null });

const forecast = (fields: Partial<ForecastFields>): ForecastFields => ({
  capacityHours: figure(38),
  places: figure(20),
  utilisation: figure(0.9, 0.6, 1.2),
  growth: figure(-0.3, -1, 0.4),
  medianWait: figure(9, 4, 21),
  longWait: figure(30, 10, 60),
  late: figure(0.6, 0.4, 0.8),
  queue: figure(5, 1, 12),
  ...fields,
});

const ARRIVALS = figure(14, 9, 20);
const TWO = { added: 2, lost: null };

describe("the sentence", () => {
  test("tells the wait of half, and what the change makes of it", () => {
    const changed = forecast({ medianWait: figure(2, 1, 5) });
    expect(outlookSentence("Relief funds", ARRIVALS, forecast({}), changed, TWO)).toBe(
      "At 14 requests a month and 38 specialist hours, half of those who ask about relief funds will wait 9 days at most (4 to 21); two more specialists would make it 2 days (1 to 5).",
    );
  });

  test("tells a queue that grows instead of a wait", () => {
    const now = forecast({ utilisation: figure(3, 1.9, 5), growth: figure(0.44, 0.2, 0.73) });
    const slower = forecast({ utilisation: figure(1.9, 1.1, 3), growth: figure(0.2, 0.1, 0.5) });
    expect(outlookSentence("Relief funds", ARRIVALS, now, slower, TWO)).toContain("the queue for relief funds grows by 0.4 requests a week (0.2 to 0.7); two more specialists would slow that to 0.2 (0.1 to 0.5).");
    const cured = forecast({ utilisation: figure(0.5, 0.3, 0.8), medianWait: figure(0, 0, 0) });
    expect(outlookSentence("Relief funds", ARRIVALS, now, cured, TWO)).toContain("with two more specialists most would find room at once.");
  });

  test("says that it may, where the load cannot be told from what can be borne", () => {
    const now = forecast({ utilisation: figure(1.2, 0.7, 2), growth: figure(0.3, -0.5, 1) });
    expect(courseOf(now)).toBe("mayGrow");
    expect(outlookSentence("Relief funds", ARRIVALS, now, null, { added: 0, lost: null })).toContain("may well grow by 0.3 requests a week (−0.5 to 1)");
  });

  test("does not promise more where there is room already, nor less than nobody where nobody is left", () => {
    const roomy = forecast({ medianWait: figure(0, 0, 0), late: figure(0.02, 0, 0.1) });
    expect(outlookSentence("Relief funds", ARRIVALS, roomy, roomy, TWO)).toContain("most who ask about relief funds will find a specialist with room at once; 2% (0 to 10) will wait longer than two days; two more specialists would change little.");
    const nobody = forecast({ capacityHours: figure(0), utilisation: figure(null), medianWait: figure(null) });
    expect(outlookSentence("Relief funds", ARRIVALS, forecast({}), nobody, { added: 0, lost: "Northfork" })).toContain("after the loss of Northfork no specialist would be left.");
  });
});

test("a change is one of people, of an organisation, or both", () => {
  expect(changeWords({ added: 1, lost: null })).toBe("one more specialist");
  expect(changeWords({ added: 12, lost: "Northfork" })).toBe("12 more specialists and the loss of Northfork");
});

test("the picture's title is what those wait who ask last", () => {
  expect(weeksSentence({ now: figure(40.2), changed: figure(0.2) }, 26)).toBe("Whoever asks in 26 weeks will wait 40 days, and not at all after the change");
  expect(weeksSentence({ now: figure(560, 81, 1402), changed: null }, 26)).toBe("Whoever asks in 26 weeks will wait 560 days (81 to 1,400)");
  expect(weeksSentence({ now: figure(0), changed: figure(0) }, 26)).toContain("with the change and without it");
  expect(weeksSentence({ now: figure(3), changed: figure(null) }, 4)).toContain("without end after the change");
});

test("a difference whose interval holds zero is no difference that can be told", () => {
  const changed = forecast({ late: figure(0.5, 0.1, 0.9) });
  expect(lateSentence(forecast({}), changed, figure(-0.1, -0.3, 0))).toContain(": no difference that can be told");
  expect(lateSentence(forecast({}), changed, figure(-0.1, -0.3, -0.02))).toBe("60% (40 to 80) will wait longer than two days, 50% (10 to 90) after the change");
});

test("nobody late in the futures drawn is hardly anybody, not nobody", () => {
  const roomy = forecast({ medianWait: figure(0, 0, 0), late: figure(0.0001, 0, 0.0001) });
  expect(lateSentence(roomy, null, null)).toBe("Hardly anybody will wait longer than two days");
});

describe("an address", () => {
  test("says topic, specialists, hours, organisation and window", () => {
    const search = { topic: "FIN-REL", add: "3", hours: "8.5", lost: "org-06", window: "90" };
    expect(readOutlookView(search)).toEqual({ topic: "FIN-REL", added: 3, addedHours: 8.5, lostProvider: "org-06", windowDays: 90 });
  });

  test("that says nothing we understand gives the defaults", () => {
    const usual = { topic: null, added: 2, addedHours: null, lostProvider: null, windowDays: 180 };
    expect(readOutlookView({})).toEqual(usual);
    expect(readOutlookView({ topic: "<b>", add: "99", hours: "-2", lost: "", window: "7" })).toEqual(usual);
    expect(readOutlookView({ add: "0" }).added).toBe(0);
  });
});

test("topics that can be told of stand first", () => {
  const topic = (code: string, domain: string | null) => ({ code, label: code, domain: domain === null ? null : { code: domain } });
  const choices = topicChoices([
    { topic: topic("FIN", null), arrivals: 20, estimable: true },
    { topic: topic("FIN-REL", "FIN"), arrivals: 14, estimable: true },
    { topic: topic("FIN-INF", "FIN"), arrivals: 1, estimable: false },
  ]);
  expect(choices.map(({ items }) => items.map(({ label }) => label))).toEqual([["All of FIN (20)", "FIN-REL (14)"], ["FIN-INF (1)"]]);
});

test("bins of waits have names", () => {
  expect([waitsName({ from: 0, to: 2 }), waitsName({ from: 2, to: 7 }), waitsName({ from: 90, to: null })]).toEqual(["Up to 2 days", "2 to 7 days", "Over 90 days"]);
});

test("topics that rest on one organisation are counted, and organisations are not named", () => {
  const rest = (number: number): TopicRest => ({ topic: { id: "t", code: "t", label: "t", domain: null }, organisations: figure(number), providers: [], coverage: figure(1) });
  expect(fragilitySentence([rest(1), rest(1), rest(3)])).toBe("2 of 3 topics rest on a single organisation");
  expect(fragilitySentence([rest(0), rest(3)])).toBe("No topic rests on a single organisation; 1 topic on none");
  const loss = (only: number, short: number) => ({ onlyHere: Array.from({ length: only }, () => ({ label: "x" })), wouldFallShort: Array.from({ length: short }, () => ({ label: "y" })) });
  expect(lossSentence([loss(1, 0), loss(2, 1), loss(0, 2), loss(0, 0)])).toBe("Without any one of 2 organisations a topic would lose its last specialist; without any of 1 other a covered topic would fall short");
});

test("a forecast of days has three figures at most, and a tenth only under ten", () => {
  expect([0, 0.04, 1.44, 9.96, 69.3, 277.3, 1224.7].map(tableDays)).toEqual(["0", "0", "1.4", "10", "69", "277", "1,220"]);
});
