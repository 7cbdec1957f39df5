import type { Quality } from "./measures";

/** What was measured when the model was made: each author's messages, learned from everybody else's. */
export interface Measured {
  readonly sharpness: number;
  readonly outside: number;
  readonly across: readonly { readonly author: string; readonly quality: Quality }[];
}

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(0)}%`;

const row = (name: string, { messages, first, amongThree, outside, leftUntagged, missed }: Quality): string =>
  `| ${name} | ${messages} | ${percent(first, messages)} | ${percent(amongThree, messages)} | ${percent(missed, messages)} | ${leftUntagged} of ${outside} |`;

/** docs/tagging.md, in full. */
export function taggingPage(heldOut: Quality, { across }: Measured): string {
  const tables = across.map(({ author, quality }) => row(`\`training-${author}\`, learned from all others`, quality));
  const confusions = across.flatMap(({ quality }) => quality.confusions);
  const reliability = heldOut.reliability.map(({ from, to, n, said, right }) => `| ${from.toFixed(1)} to ${to.toFixed(1)} | ${n} | ${n === 0 ? "–" : percent(said * n, n)} | ${n === 0 ? "–" : percent(right, n)} |`);
  return `# Suggesting topics

This page is written by a test: \`LONG_TESTS=true pnpm exec vitest run --project api src/network/suggestions/evaluation.test.ts -u\`.

A narrative is read offline: a sentence encoder (Universal Sentence Encoder lite) says where it lies among meanings, and its words, pairs of
words and letters in a row say which words it shares. Kernel ridge regression over both, learned from the messages in \`data/messages\` and from
the framework's own definitions and phrases, expects a share of each topic and of "not in the framework". The shares become a confidence by
how often such shares were right for messages by somebody else. Why so: [ADR 0020](adr/0020-tag-suggestions.md).

The messages are invented. Those who wrote \`training-a\`, \`training-b\` and \`held-out\` had read nobody else's, so what is told below is about the
words of somebody new; \`training-c\` was written with samples of \`a\`, and of what \`b\` was got wrong on, in sight, so the row of \`b\` flatters a little. None of
it is about real leaders: how suggestions fare with people who tag is \`suggestionAcceptance\`.

## How often it is right

| messages | on the framework | first is right | a right one among three | no suggestion | off the framework and left untagged |
| --- | --- | --- | --- | --- | --- |
${[row("`held-out`, learned from none of them", heldOut), ...tables].join("\n")}

A message that asks about several topics is met by any of them. One on the framework that gets no suggestion counts as wrong.

## How sure it is

Of the three suggestions for each held-out message on the framework: what they said of themselves, and how many were right.

| confidence | suggestions | said, on average | right |
| --- | --- | --- | --- |
${reliability.join("\n")}

## What it confuses

The first suggestion where it was wrong, most frequent first, each author's messages learned from all others.

| tagged | suggested | times |
| --- | --- | --- |
${[...confusions].sort((a, b) => b.times - a.times).slice(0, 15).map(({ tagged, suggested, times }) => `| ${tagged} | ${suggested} | ${times} |`).join("\n")}

## What it learns

What staff say a request is about (\`tagRequest\`) is fitted to what the shipped messages leave unexplained, the newest hundred requests, for
staff alone: nobody else may read narratives, and a suggestion must not tell of them. The same confirmations always give the same suggestions.
A topic that a newer version of the framework brings is known by its label and definition until requests are confirmed for it; a merged one
reads as what it went into, a divided or retired one is suggested no more.

After any change of \`data/messages\`, what is learned is made anew:

\`\`\`sh
node --import @oxc-node/core/register apps/api/src/network/suggestions/main.ts
\`\`\`
`;
}
