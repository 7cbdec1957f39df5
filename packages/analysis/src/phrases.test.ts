import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { frequentPhrases } from "./phraseCounts";
import { namedIn, risingPhrases, type Narrative, type PhraseRules } from "./phrases";
import { passagesOf } from "./phraseText";
import { randomSource } from "./testing/random";

const RULES: PhraseRules = { breaks: new Set(["januari"]), names: new Set(["cedar"]), filler: new Set(["the", "of", "and", "a"]), named: namedIn(["Relief funds that last"]) };

const VOCABULARY = Array.from({ length: 120 }, (_, index) => `word${String.fromCharCode(97 + (index % 26))}${String.fromCharCode(97 + Math.floor(index / 26))}x`);

/** Systems that write at random: so many recently, so many before. */
function simulate(seed: number, phrase: string | null): Narrative[] {
  const random = randomSource(seed);
  const sentence = () => Array.from({ length: 12 }, () => VOCABULARY[Math.floor(random.uniform() ** 2 * VOCABULARY.length)] ?? "").join(" ");
  return Array.from({ length: 180 }, (_, index) => {
    const isRecent = index < 30;
    const added = phrase !== null && (index < 8 || index === 100) ? ` ${sentence().split(" ").slice(0, 2).join(" ")} ${phrase} ${sentence()}.` : "";
    return { id: `n${index}`, system: `s${index}`, isRecent, text: `${sentence()}. ${sentence()}.${added}` };
  });
}

describe("rising phrases", () => {
  test("a phrase that eight systems of thirty begin to use is found, in one piece and once", () => {
    const { phrases, tested, recentSystems, systemsBefore } = risingPhrases(simulate(7, "Learning pods"), RULES);
    expect([recentSystems, systemsBefore]).toEqual([30, 150]);
    expect(tested).toBeGreaterThan(20);
    expect(phrases.map(({ phrase, systems }) => [phrase, systems.first, systems.second])).toEqual([["learning pods", 8, 1]]);
    expect(phrases[0]?.narratives).toEqual(["n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7"]);
  });

  test("of 20 networks in which none rises, few show one", () => {
    const wrong = Array.from({ length: 20 }, (_, run) => risingPhrases(simulate(500 + run, null), RULES).phrases.length > 0).filter(Boolean).length;
    expect(wrong).toBeLessThanOrEqual(3);
  }, 60_000);

  test("a system that says it ten times counts once", () => {
    const loud = [...simulate(9, null), ...Array.from({ length: 10 }, (_, index) => ({ id: `loud${index}`, system: "s3", isRecent: true, text: "Learning pods." }))];
    expect(risingPhrases(loud, RULES).phrases).toEqual([]);
  });

  test.each([
    ["the framework's own words", "relief funds"],
    ["a date", "January"],
    ["a name", "Cedar"],
    ["filler", "and the"],
  ])("%s is no find", (_, phrase) => {
    expect(risingPhrases(simulate(7, phrase), RULES).phrases.map((found) => found.phrase)).toEqual([]);
  });

  test("singular and plural are one phrase, shown as most write it", () => {
    const mixed = simulate(7, "learning pods").map((one, index) => (index === 2 ? { ...one, text: one.text.replace("learning pods", "learning pod") } : one));
    expect(risingPhrases(mixed, RULES).phrases.map(({ phrase, systems }) => [phrase, systems.first])).toEqual([["learning pods", 8]]);
  });

  test("without anything before there is nothing to rise from", () => {
    expect(risingPhrases(simulate(7, "learning pods").filter(({ isRecent }) => isRecent), RULES)).toMatchObject({ tested: 0, phrases: [] });
  });

  test("the order of the narratives changes nothing but the order of their ids", () => {
    const given = simulate(7, "learning pods");
    const turned = risingPhrases(given.toReversed(), RULES).phrases.map((one) => ({ ...one, narratives: one.narratives.toReversed() }));
    expect(turned).toEqual(risingPhrases(given, RULES).phrases);
  });
});

test("frequent phrases are those that a plain count finds", () => {
  const text = fc.record({ system: fc.integer({ min: 0, max: 5 }), isRecent: fc.boolean(), words: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 14 }) });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (given) => {
      const texts = given.toSorted((a, b) => a.system - b.system).map((one) => ({ ...one, words: Int32Array.from(one.words) }));
      const plain = new Map<string, Set<string>>();
      for (const { system, isRecent, words } of given) {
        for (let from = 0; from < words.length; from += 1) {
          for (let to = from + 1; to <= Math.min(words.length, from + 4); to += 1) {
            const phrase = words.slice(from, to);
            if (phrase.includes(0)) continue;
            const who = plain.get(phrase.join(" ")) ?? new Set();
            plain.set(phrase.join(" "), who.add(`${String(system)} ${String(isRecent)}`));
          }
        }
      }
      const expected = [...plain].filter(([, who]) => who.size >= 3).map(([phrase, who]) => `${phrase}: ${[...who].filter((one) => one.endsWith("true")).length} of ${who.size}`);
      const counted = frequentPhrases(texts, 3).map(({ words, recent, before }) => `${words.join(" ")}: ${recent} of ${recent + before}`);
      expect(counted.sort()).toEqual(expected.sort());
    }),
    { numRuns: 60 },
  );
});

test("passages end at punctuation, numbers, addresses, dates and names, but not at a capital as such", () => {
  const passages = passagesOf("Our ESSER money, 12 buses (for Cedar Falls) and cedar chips; write to a@b.example in January. We’re done", RULES);
  expect(passages.map((passage) => passage.map(({ plain }) => plain).join(" "))).toEqual(["our ESSER money", "buses", "for", "falls", "and cedar chips", "write to", "in", "we’re done"]);
});
