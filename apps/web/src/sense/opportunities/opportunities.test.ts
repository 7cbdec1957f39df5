import { expect, test } from "vitest";
import type { FigureFields } from "../figure/format";
import { clusterTarget, shownClusters, type Cluster, type RegionNeed } from "./cluster";
import { clustersSentence, differs, groupsTitle, nearestSentence, regionsSentence } from "./opportunityFinding";
import { distanceWords, readOpportunityView } from "./opportunityView";

const figure = (value: number | null): FigureFields => ({ value, low: null, high: null, n: value, withheld: value === null ? "TOO_FEW" : null });

function cluster(label: string, qValue: number): Cluster {
  const members = ["a", "b", "c"].map((id) => ({ id, state: "TN", lat: 36, lon: -86 }));
  const centre = { name: "Somewhere Schools", state: "TN", city: "Somewhere", lat: 36, lon: -86 };
  const pooling = { specialists: figure(2), organisations: [], cohorts: 1, hoursEach: figure(3), hoursOneToOne: figure(9), hoursPooled: figure(3) };
  return { topic: { id: label, code: label.toUpperCase(), label }, centre, radiusKm: 90, expected: 0.4, systems: figure(3), relativeRisk: figure(8), students: figure(900), states: ["TN"], qValue, members, pooling };
}

test("only a group beyond chance is called one", () => {
  expect(clustersSentence([cluster("Wellbeing", 0.2)])).toBe("No group of neighbours shares a need beyond chance.");
  expect(groupsTitle([cluster("Wellbeing", 0.05)])).toContain("cannot be told from chance");
  expect(clustersSentence([cluster("Wellbeing", 0.01), cluster("Grading", 0.3)])).toBe("1 group of neighbours shares a need beyond chance: wellbeing around Somewhere, TN (3 systems).");
  expect(nearestSentence([cluster("Wellbeing", 0.01)])).toBeNull();
  expect(nearestSentence([cluster("Wellbeing", 0.4)])).toContain("chance alone makes groups like these");
});

test("all groups beyond chance are shown, and of the others the nearest few", () => {
  const many = [...Array.from({ length: 9 }, (_, index) => cluster(`Sure ${index}`, 0.01)), ...Array.from({ length: 9 }, (_, index) => cluster(`Not ${index}`, 0.6))];
  expect(shownClusters(many).map(({ qValue }) => qValue)).toEqual([...Array<number>(9).fill(0.01), ...Array<number>(6).fill(0.6)]);
});

test("a group's numbers open the very systems they count", () => {
  expect(clusterTarget(cluster("Wellbeing", 0.01), "systems").records).toEqual({ kind: "systems", stage: "REQUESTING", ids: ["a", "b", "c"] });
});

const need = (share: number, nation: number, qValue: number | null): RegionNeed => ({
  region: { key: "SOUTH", label: "South" },
  topic: { id: "T", code: "T", label: "Grading" },
  systems: figure(12),
  share: { ...figure(share), low: share - 0.05, high: share + 0.05 },
  nationShare: figure(nation),
  qValue,
});

test("a region stands apart only by a test over all places, never by its interval alone", () => {
  expect([differs(need(0.3, 0.1, null)), differs(need(0.3, 0.1, 0.2)), differs(need(0.3, 0.1, 0.01))]).toEqual([false, false, true]);
  expect(regionsSentence([need(0.3, 0.1, 0.2)])).toBe("No region's needs can be told from those of the others");
  expect(regionsSentence([need(0.3, 0.1, null)])).toBe("1 need of a region can be shown; Grading is asked for by 30% of systems in the South (10% in the nation)");
  expect(regionsSentence([])).toContain("No need rests on enough systems");
});

test("an address that means nothing asks for the usual", () => {
  expect(readOpportunityView({ km: "250", cohort: "12" })).toEqual({ maxKm: 250, cohortSize: 12 });
  expect(readOpportunityView({ km: "9999", cohort: "x" })).toEqual({ maxKm: 400, cohortSize: 8 });
  expect([distanceWords(400), distanceWords(73.2)]).toEqual(["400 km (250 miles)", "73 km (45 miles)"]);
});
