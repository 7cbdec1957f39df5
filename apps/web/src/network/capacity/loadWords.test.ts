import { expect, test } from "vitest";
import { byRoom, loadText, roomSentence, type CoachWithLoad } from "./loadWords";

const coach = (name: string, hours: number | null, used: number, offered = 0): CoachWithLoad => ({
  id: name,
  name,
  role: "SPECIALIST",
  provider: { id: "p", name: "P" },
  load: { hours, used, offered, free: Math.max(0, (hours ?? 0) - used - offered), openRelationships: 1, waitingOffers: offered > 0 ? 1 : 0 },
});
const names = (coaches: readonly CoachWithLoad[], order: "free" | "full") => byRoom(coaches, order).map(({ coach: { name } }) => name);

test("who has most room comes first, or who is fullest; who says no hours last, and who has left not at all", () => {
  const coaches = [coach("Ann", 10, 9), coach("Bea", 40, 20), coach("Cy", null, 3), coach("Dee", 4, 6), { ...coach("Eve", 10, 0), load: null }];
  expect(names(coaches, "free")).toEqual(["Bea", "Ann", "Dee", "Cy"]);
  expect(names(coaches, "full")).toEqual(["Dee", "Ann", "Bea", "Cy"]);
});

test("room is told in a sentence", () => {
  expect(roomSentence(byRoom([coach("Ann", 10, 9.5), coach("Bea", 40, 20), coach("Cy", null, 3)], "free"))).toBe("2 coaches have 21 of 50 hours a month free. One of them is full.");
  expect(roomSentence([])).toBe("No coach has said how many hours they offer.");
});

test("a load is said in words", () => {
  const [ann] = byRoom([coach("Ann", 10, 4, 2)], "free");
  expect(ann && loadText(ann.load)).toBe("4 h free of 10 h; 4 h taken, 2 h offered; 1 relationship, 1 offer waits");
});
