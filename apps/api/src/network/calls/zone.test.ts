import { expect, test } from "vitest";
import { zoneOfState } from "./zone";

test("each state has the zone in which most of it lives, and of a state with two it is said", () => {
  expect([zoneOfState("OH"), zoneOfState("TN"), zoneOfState("AZ")]).toEqual([
    { timeZone: "America/New_York", source: "state" },
    { timeZone: "America/Chicago", source: "most_of_state" },
    { timeZone: "America/Phoenix", source: "state" },
  ]);
});
