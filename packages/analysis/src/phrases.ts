import { clusterQValues } from "./discoveries";
import { higherInFirst, leastPossible, logLikelihoodRatio, shareRatio, type TwoParts } from "./keyness";
import { frequentPhrasesInSteps, LONGEST_PHRASE, type CodedText, type PhraseCount } from "./phraseCounts";
import { passagesOf, type KnownWords, type Passage, type Stops } from "./phraseText";
import { atOnce, type Steps } from "./steps";

/** A phrase is told only where at least so many systems have used it recently. */
export const LEAST_SYSTEMS_OF_A_PHRASE = 3;

export const PHRASE_Q = 0.05;

/** A phrase that could have no smaller p, however its systems fell, is not looked at: among many it could show nothing. */
const LEAST_P = 1e-3;

export interface Narrative {
  readonly id: string;
  readonly system: string;
  readonly isRecent: boolean;
  readonly text: string;
}

/** Which words make no phrase. All folded by `stem`. */
export interface PhraseRules extends Stops {
  /** Words that a phrase neither begins nor ends with. */
  readonly filler: ReadonlySet<string>;
  /** Phrases that are named already, words set apart by spaces: every part of theirs is left out as well. */
  readonly named: ReadonlySet<string>;
}

export interface RisingPhrase {
  /** As it is mostly written. */
  readonly phrase: string;
  /** Systems that use it recently, of all that wrote recently; and before. */
  readonly systems: TwoParts;
  /** Share of the recent systems over that of those before. */
  readonly ratio: { readonly value: number; readonly low: number; readonly high: number; readonly n: number };
  readonly logLikelihood: number;
  readonly pValue: number;
  readonly qValue: number;
  /** Recent narratives that have it, in the order given. */
  readonly narratives: readonly string[];
}

export interface PhraseSearch {
  /** Systems with a narrative recently, and before. */
  readonly recentSystems: number;
  readonly systemsBefore: number;
  /** Phrases that were frequent enough to be able to show anything. */
  readonly tested: number;
  /** The surest first. */
  readonly phrases: readonly RisingPhrase[];
}

interface Candidate {
  readonly stems: string;
  readonly systems: TwoParts;
  readonly pValue: number;
}

/**
 * Phrases of one to four words that more systems use recently than before.
 *
 * Systems are counted, not mentions: one that writes often says a thing once. Fisher's exact test, one-sided, over all phrases
 * that by their frequency alone could reach significance (Tarone, 1990; Gilbert, 2005, for the false-discovery rate). Of phrases that contain
 * one another the most widespread stands for all, the longest where they are equal; that is one find (`clusterQValues`).
 *
 * @see Tarone (1990), Biometrics 46(2), 515–522. @see Gilbert (2005), J. R. Stat. Soc. C 54(1), 143–158.
 */
export const risingPhrases = (narratives: readonly Narrative[], rules: PhraseRules): PhraseSearch => atOnce(risingPhrasesInSteps(narratives, rules));

/** The same in steps of some milliseconds each, for whoever has others waiting. */
export function* risingPhrasesInSteps(narratives: readonly Narrative[], rules: PhraseRules): Steps<PhraseSearch> {
  const known: KnownWords = new Map();
  const { texts, stems, recentSystems, systemsBefore } = yield* code(narratives, rules, known);
  const found = { recentSystems, systemsBefore };
  if (recentSystems === 0 || systemsBefore === 0) return { ...found, tested: 0, phrases: [] };
  const frequent = yield* frequentPhrasesInSteps(texts, leastTogether(recentSystems, systemsBefore));
  yield;
  const open = frequent
    .map((count) => ({ ...count, stems: count.words.map((word) => stems[word] ?? "") }))
    .filter((count) => isTheme(count.stems, rules));
  const tested = testable(open, recentSystems, systemsBefore);
  const candidates = tested
    .filter((one) => one.recent >= LEAST_SYSTEMS_OF_A_PHRASE && isHigher(one, recentSystems, systemsBefore))
    .map((one): Candidate => {
      const systems = { first: one.recent, allFirst: recentSystems, second: one.before, allSecond: systemsBefore };
      return { stems: one.stems.join(" "), systems, pValue: higherInFirst(systems) };
    })
    .filter(({ pValue }) => pValue < PHRASE_Q);
  const merged = withoutNested(candidates);
  const qValues = clusterQValues(merged.map(({ pValue }) => pValue), Math.max(tested.length, merged.length));
  const rising = merged.map((one, index) => ({ ...one, qValue: qValues[index] ?? 1 })).filter(({ qValue }) => qValue < PHRASE_Q);
  return { ...found, tested: tested.length, phrases: written(rising, narratives, rules, known) };
}

interface Coded {
  readonly texts: readonly CodedText[];
  /** Folded words by number. */
  readonly stems: readonly string[];
  readonly recentSystems: number;
  readonly systemsBefore: number;
}

/** Narratives between two pauses. */
const AT_A_TIME = 256;

/** Texts with a number for each folded word, those of a system together. */
function* code(narratives: readonly Narrative[], rules: PhraseRules, known: KnownWords): Steps<Coded> {
  const numbers = new Map<string, number>();
  const stems = [""];
  const systems = new Map<string, { isRecent: boolean; words: Int32Array }[]>();
  for (const [index, { system, isRecent, text }] of narratives.entries()) {
    if (index % AT_A_TIME === 0) yield;
    const words: number[] = [];
    for (const passage of passagesOf(text, rules, known)) {
      for (const { stem } of passage) {
        let number = numbers.get(stem);
        if (number === undefined) {
          number = stems.length;
          numbers.set(stem, number);
          stems.push(stem);
        }
        words.push(number);
      }
      words.push(0);
    }
    const texts = systems.get(system) ?? [];
    texts.push({ isRecent, words: Int32Array.from(words) });
    systems.set(system, texts);
  }
  const all = [...systems.values()];
  const texts = all.flatMap((own, system): CodedText[] => own.map((text) => ({ ...text, system })));
  const having = (isRecent: boolean) => all.filter((own) => own.some((text) => text.isRecent === isRecent)).length;
  return { texts, stems, recentSystems: having(true), systemsBefore: having(false) };
}

function isTheme(stems: readonly string[], { filler, named }: PhraseRules): boolean {
  const edges = [stems[0] ?? "", stems.at(-1) ?? ""];
  return edges.every((edge) => !filler.has(edge) && edge.length > 2) && !named.has(stems.join(" "));
}

/** Whether the recent share is higher by a standard error at least: no other can have a p under 0.05, and exact ones take time. */
function isHigher({ recent, before }: PhraseCount, recentSystems: number, systemsBefore: number): boolean {
  const all = recentSystems + systemsBefore;
  const share = (recent + before) / all;
  const error = Math.sqrt((recentSystems * share * (1 - share) * systemsBefore) / (all - 1));
  return recent - recentSystems * share >= error;
}

/** How many systems must have a phrase, recently and before together, for it to be able to show anything. */
function leastTogether(recentSystems: number, systemsBefore: number): number {
  let together = LEAST_SYSTEMS_OF_A_PHRASE;
  while (together < recentSystems && leastPossible(together, recentSystems, systemsBefore) > LEAST_P) together += 1;
  return together;
}

/** Those so frequent that the best p they could have would hold against as many tests as there are of them. */
function testable<Count extends PhraseCount>(phrases: readonly Count[], recentSystems: number, systemsBefore: number): Count[] {
  let left = phrases;
  for (let together = leastTogether(recentSystems, systemsBefore); left.length > 0; together += 1) {
    if (together > recentSystems || leastPossible(together, recentSystems, systemsBefore) <= PHRASE_Q / left.length) return [...left];
    left = left.filter(({ recent, before }) => recent + before > together);
  }
  return [];
}

const contains = (longer: string, shorter: string): boolean => ` ${longer} `.includes(` ${shorter} `);

/** Of phrases within one another the most widespread, and of those the longest. */
function withoutNested(candidates: readonly Candidate[]): Candidate[] {
  const length = ({ stems }: Candidate) => stems.split(" ").length;
  const order = candidates.toSorted(
    (a, b) => b.systems.first - a.systems.first || length(b) - length(a) || a.systems.second - b.systems.second || (a.stems < b.stems ? -1 : 1),
  );
  const kept: Candidate[] = [];
  for (const one of order) if (!kept.some(({ stems }) => contains(stems, one.stems) || contains(one.stems, stems))) kept.push(one);
  return kept;
}

/** How each is mostly written, and in which recent narratives it stands. */
function written(rising: readonly (Candidate & { readonly qValue: number })[], narratives: readonly Narrative[], rules: PhraseRules, known: KnownWords): RisingPhrase[] {
  const seen = new Map(rising.map(({ stems }) => [stems, { forms: new Map<string, number>(), narratives: [] as string[] }]));
  for (const { id, isRecent, text } of narratives) {
    if (!isRecent || seen.size === 0) continue;
    const here = new Set<string>();
    for (const passage of passagesOf(text, rules, known)) {
      for (const { stems, form } of phrasesOf(passage)) {
        const found = seen.get(stems);
        if (found === undefined) continue;
        found.forms.set(form, (found.forms.get(form) ?? 0) + 1);
        here.add(stems);
      }
    }
    for (const stems of here) seen.get(stems)?.narratives.push(id);
  }
  return rising
    .map(({ stems, systems, pValue, qValue }) => {
      const { forms = new Map<string, number>(), narratives: ids = [] } = seen.get(stems) ?? {};
      const [[phrase] = [stems]] = [...forms].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
      return { phrase, systems, ratio: shareRatio(systems), logLikelihood: logLikelihoodRatio(systems), pValue, qValue, narratives: ids };
    })
    .sort((a, b) => a.pValue - b.pValue || b.systems.first - a.systems.first || (a.phrase < b.phrase ? -1 : 1));
}

/** Every phrase of a passage: folded, and as it is written. */
function* phrasesOf(passage: Passage): Generator<{ stems: string; form: string }> {
  for (let from = 0; from < passage.length; from += 1) {
    for (let to = from + 1; to <= Math.min(passage.length, from + LONGEST_PHRASE); to += 1) {
      const words = passage.slice(from, to);
      yield { stems: words.map(({ stem }) => stem).join(" "), form: words.map(({ plain }) => plain).join(" ") };
    }
  }
}

/** Every phrase of up to four words within texts, folded: what they name. */
export function namedIn(texts: Iterable<string>): Set<string> {
  const nothing = { breaks: new Set<string>(), names: new Set<string>() };
  const named = new Set<string>();
  const known: KnownWords = new Map();
  for (const text of texts) for (const passage of passagesOf(text, nothing, known)) for (const { stems } of phrasesOf(passage)) named.add(stems);
  return named;
}
