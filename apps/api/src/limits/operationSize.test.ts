import { getIntrospectionQuery, parse } from "graphql";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkOperation, LIMITS } from "./operationSize";

const check = (source: string, variables: Record<string, unknown> = {}) => () => checkOperation(parse(source), variables);
const TOO_LARGE = expect.objectContaining({ code: "QUERY_TOO_COMPLEX" });
const times = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, index) => text(index)).join(" ");
const nested = (depth: number): string => (depth === 1 ? "a" : `a { ${nested(depth - 1)} }`);

describe("size", () => {
  test("the query by which tools read the schema is within the limits", () => {
    expect(check(getIntrospectionQuery())).not.toThrow();
  });

  test("as many root fields as the limit pass, one more does not, under whatever names", () => {
    expect(check(`{ ${times(LIMITS.rootFields, (index) => `a${index}: __typename`)} }`)).not.toThrow();
    expect(check(`{ ${times(LIMITS.rootFields + 1, (index) => `a${index}: __typename`)} }`)).toThrow(TOO_LARGE);
    expect(check(`{ ${times(LIMITS.rootFields + 1, () => "a")} }`)).toThrow(TOO_LARGE);
  });

  test("root fields behind fragments are root fields", () => {
    const spreads = times(LIMITS.rootFields + 1, () => "...f");
    expect(check(`{ ${spreads} } fragment f on Query { a }`)).toThrow(TOO_LARGE);
    expect(check(`{ ${times(LIMITS.rootFields + 1, (index) => `... on Query { a${index}: a }`)} }`)).toThrow(TOO_LARGE);
  });

  test("as deep as the limit passes, one deeper does not, nor behind fragments", () => {
    expect(check(`{ ${nested(LIMITS.depth)} }`)).not.toThrow();
    expect(check(`{ ${nested(LIMITS.depth + 1)} }`)).toThrow(TOO_LARGE);
    expect(check(`{ a { ...f } } fragment f on T { ${nested(LIMITS.depth)} }`)).toThrow(TOO_LARGE);
  });

  test("as many fields as the limit pass, one more does not", () => {
    expect(check(`{ a { ${times(LIMITS.fields - 1, (index) => `f${index}`)} } }`)).not.toThrow();
    expect(check(`{ a { ${times(LIMITS.fields, (index) => `f${index}`)} } }`)).toThrow(TOO_LARGE);
  });

  test("fragments that double at every step are refused at once", () => {
    const bomb = times(40, (index) => `fragment f${index} on T { ...f${index + 1} ...f${index + 1} }`);
    const began = performance.now();
    expect(check(`{ a { ...f0 } } ${bomb} fragment f40 on T { x }`)).toThrow(TOO_LARGE);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe("text", () => {
  const UNKEEPABLE = expect.objectContaining({ code: "BAD_USER_INPUT" });

  test.each(["a\0b", "\ud800", "x\udc00y"])("%j is refused wherever it stands in variables", (text) => {
    expect(check("{ a }", { x: text })).toThrow(UNKEEPABLE);
    expect(check("{ a }", { x: { list: ["fine", { deep: text }] } })).toThrow(UNKEEPABLE);
    expect(check("{ a }", { [text]: 1 })).toThrow(UNKEEPABLE);
  });

  test("NUL is refused in the operation's own text", () => {
    expect(check(String.raw`{ a(x: "\u0000") }`)).toThrow(UNKEEPABLE);
    expect(check(String.raw`query q($x: String = "\u0000") { a(x: $x) }`)).toThrow(UNKEEPABLE);
  });

  test("any other text passes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.includes("\0"));
        expect(check("{ a }", { x: [text] })).not.toThrow();
      }),
    );
  });
});
