import { capacitySentences } from "./capacity.sentences";
import { changedSentences } from "./changed.sentences";
import { commitmentSentences } from "./commitments.sentences";
import { emergingSentences } from "./emerging.sentences";
import type { PackFacts } from "./facts";
import { movingSentences } from "./moving.sentences";
import { reachSentences } from "./reach.sentences";
import type { Sentence } from "./sentence";
import { shelfSentences } from "./shelf.sentences";
import { togetherSentences } from "./together.sentences";

/** The pack of a week, section by section. What the facts do not support is not said. */
export const packSentences = (facts: PackFacts): Sentence[] =>
  [changedSentences, movingSentences, togetherSentences, emergingSentences, capacitySentences, shelfSentences, reachSentences, commitmentSentences].flatMap((sentencesOf) => sentencesOf(facts));
