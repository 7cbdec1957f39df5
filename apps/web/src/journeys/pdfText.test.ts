import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { pdfText } from "./pdfText";

const table = (space: string, chars: string, ranges: string) => `begincodespacerange\n${space}\nendcodespacerange\n1 beginbfchar\n${chars}\nendbfchar\n1 beginbfrange\n${ranges}\nendbfrange`;

/** A page of two fonts, one of a byte a glyph and one of two, its words packed. */
function printed(): Buffer {
  const stream = (number: number, body: string, packed: boolean) => {
    const bytes = packed ? deflateSync(Buffer.from(body, "latin1")) : Buffer.from(body, "latin1");
    return Buffer.concat([Buffer.from(`${number} 0 obj\n<<${packed ? "/Filter /FlateDecode\n" : ""}/Length ${bytes.length}>> stream\n`), bytes, Buffer.from("\nendstream\nendobj\n")]);
  };
  return Buffer.concat([
    Buffer.from("1 0 obj\n<</Type /Page\n/Font <</F4 4 0 R\n/F5 5 0 R>>>>\nendobj\n4 0 obj\n<</Type /Font\n/ToUnicode 6 0 R>>\nendobj\n5 0 obj\n<</Type /Font\n/ToUnicode 7 0 R>>\nendobj\n"),
    stream(6, table("<00> <FF>", "<02> <0041>", "<10> <12> <0062>"), true),
    stream(7, table("<0000> <FFFF>", "<0003> <2013>", "<0010> <0011> <0078>"), false),
    stream(8, "BT\n/F4 14 Tf\n<02> Tj\n<101112> Tj\n/F5 9.5 Tf\n<000300100011> Tj\nET", true),
  ]);
}

test("the words of a printed page are read through its fonts' own tables", () => {
  expect(pdfText(printed())).toBe("Abcd–xy");
});
