import { inflateSync } from "node:zlib";

/** Objects of a PDF by their number, streams unpacked, as the browser writes them: one after the other, none inside another. */
function objectsOf(pdf: Buffer): Map<string, { readonly head: string; readonly body: string }> {
  const text = pdf.toString("latin1");
  const objects = new Map<string, { head: string; body: string }>();
  for (const match of text.matchAll(/(\d+) 0 obj\b([\s\S]*?)(?:stream\r?\n|endobj)/g)) {
    const [all, number = "", head = ""] = match;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const from = match.index + all.length;
    const packed = all.endsWith("endobj") ? null : pdf.subarray(from, from + length);
    const body = packed === null ? "" : (head.includes("/FlateDecode") ? inflateSync(packed) : packed).toString("latin1");
    objects.set(number, { head, body });
  }
  return objects;
}

/** A font's glyphs as they are written, and what they stand for. */
interface Font {
  /** Hexadecimal digits of one glyph: two in drawn fonts, four in embedded ones. */
  readonly digits: number;
  readonly letters: ReadonlyMap<number, string>;
}

/** A font, from its ToUnicode table. */
function fontOf(table: string): Font {
  const letters = new Map<number, string>();
  const text = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, block = ""] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = "", letter = ""] of block.matchAll(/<([\dA-Fa-f]+)> <([\dA-Fa-f]+)>/g)) letters.set(Number.parseInt(glyph, 16), text(letter));
  }
  for (const [, block = ""] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = "", last = "", letter = ""] of block.matchAll(/<([\dA-Fa-f]+)> <([\dA-Fa-f]+)> <([\dA-Fa-f]+)>/g)) {
      const [from, to, code] = [first, last, letter].map((hex) => Number.parseInt(hex, 16)) as [number, number, number];
      for (let glyph = from; glyph <= to; glyph += 1) letters.set(glyph, String.fromCharCode(code + glyph - from));
    }
  }
  return { digits: /begincodespacerange\s*<([\dA-Fa-f]+)>/.exec(table)?.[1]?.length ?? 4, letters };
}

/** The words of a printed page, in the order in which they were drawn, without any space: the paper keeps none. */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, Font>();
  for (const { head } of objects.values()) {
    for (const [, name = "", number = ""] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? "")?.[1];
      if (table !== undefined) fonts.set(name, fontOf(objects.get(table)?.body ?? ""));
    }
  }
  let words = "";
  for (const { body } of objects.values()) {
    if (!/\bBT\b/.test(body)) continue;
    let font: Font | undefined;
    for (const [, name, glyphs] of body.matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-Fa-f]+)>/g)) {
      if (name !== undefined) font = fonts.get(name);
      else for (let at = 0; glyphs !== undefined && font !== undefined && at < glyphs.length; at += font.digits) words += font.letters.get(Number.parseInt(glyphs.slice(at, at + font.digits), 16)) ?? "";
    }
  }
  return words.replaceAll(/\s/g, "");
}
