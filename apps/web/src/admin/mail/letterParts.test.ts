import { expect, test } from "vitest";
import { letterParts } from "./letterParts";

test("a mail is read by paragraphs: words, what it asks for, and whom it is from", () => {
  const text = "Hello Grace,\n\nYou are invited.\n\nAccept the invitation:\nhttps://n.example/invitation/a-b_c\n\nThe link works once.\n\n-- \nThe network\n";
  expect(letterParts(text)).toEqual([
    { kind: "words", words: "Hello Grace," },
    { kind: "words", words: "You are invited." },
    { kind: "action", label: "Accept the invitation", url: "https://n.example/invitation/a-b_c" },
    { kind: "words", words: "The link works once." },
    { kind: "from", words: "The network" },
  ]);
});

test.each(["Look:\njavascript:alert(1)", "Look:\ndata:text/html,x", "https://n.example/x"])("%j leads nowhere", (text) => {
  expect(letterParts(text)).toEqual([{ kind: "words", words: text }]);
});

test("an empty mail has no part", () => expect(letterParts(" \n\n ")).toEqual([]));
