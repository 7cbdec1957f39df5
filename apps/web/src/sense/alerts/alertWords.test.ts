import { expect, test } from "vitest";
import { alertsFinding } from "./alertWords";

const alerts = (...holds: boolean[]) => holds.map((each) => ({ holds: each }));

test("the page says how many figures are watched and how many have crossed", () => {
  expect(alertsFinding([])).toBe("Nothing is watched for you yet.");
  expect(alertsFinding(alerts(false))).toBe("One figure is watched for you; it is within its threshold.");
  expect(alertsFinding(alerts(false, true))).toBe("2 figures are watched for you; one has crossed its threshold.");
  expect(alertsFinding(alerts(true, true, false))).toBe("3 figures are watched for you; 2 have crossed their thresholds.");
});
