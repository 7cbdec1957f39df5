import { parse, validate, buildSchema } from "graphql";
import { afterEach, describe, expect, test, vi } from "vitest";
import { documentId, trustedText } from "../trustedDocument";
import { sendById, withDocumentId } from "./documents";

describe("an operation on its way", () => {
  test("has its id at the top and no longer among the extensions", () => {
    const body = JSON.stringify({ operationName: "A", variables: { x: 1 }, extensions: { documentId: "sha256:a", other: 1 } });
    expect(JSON.parse(withDocumentId(body))).toEqual({ documentId: "sha256:a", operationName: "A", variables: { x: 1 }, extensions: { other: 1 } });
    expect(JSON.parse(withDocumentId(JSON.stringify({ extensions: { documentId: "sha256:a" } })))).toEqual({ documentId: "sha256:a" });
  });

  test("goes as it is where it has no id", () => {
    expect(JSON.parse(withDocumentId('{"query":"{ a }"}'))).toEqual({ query: "{ a }" });
  });
});

describe("a server of another build", () => {
  const reload = vi.fn<() => void>();
  const kept = new Map<string, string>();
  const stub = (answer: unknown, status: number) => {
    vi.stubGlobal("fetch", () => Promise.resolve(Response.json(answer, { status })));
    vi.stubGlobal("window", { location: { reload } });
    vi.stubGlobal("sessionStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) });
  };
  afterEach(() => {
    vi.unstubAllGlobals();
    reload.mockClear();
    kept.clear();
  });
  const UNKNOWN = { errors: [{ message: "x", extensions: { code: "CONFLICT", field: "documentId" } }] };

  test("has the page loaded anew, once", async () => {
    stub(UNKNOWN, 409);
    for (let turn = 0; turn < 3; turn += 1) expect((await sendById("/graphql", { body: "{}" })).status).toBe(409);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test.each([
    [{ errors: [{ message: "x", extensions: { code: "CONFLICT" } }] }, 409],
    [UNKNOWN, 200],
    [{ data: {} }, 200],
  ])("is not meant by %j with %i", async (answer, status) => {
    stub(answer, status);
    expect(await (await sendById("/graphql", { body: "{}" })).json()).toEqual(answer);
    expect(reload).not.toHaveBeenCalled();
  });

  test("where nothing can be remembered, leaves the page as it is", async () => {
    stub(UNKNOWN, 409);
    vi.stubGlobal("sessionStorage", undefined);
    await sendById("/graphql", { body: "{}" });
    expect(reload).not.toHaveBeenCalled();
  });
});

describe("the text that the server knows", () => {
  const text = trustedText("query A { a { ...f @unmask b: b { c } __typename } } fragment f on T { c }");

  test("names types where the page keeps objects, once, and not at the top", () => {
    expect(text.replaceAll(/\s+/g, " ")).toBe("query A { a { ...f b: b { c __typename } __typename } } fragment f on T { c __typename }");
  });

  test("has nothing in it that only the page understands", () => {
    const schema = buildSchema("type Query { a: T } type T { b: T c: Int }");
    expect(validate(schema, parse(text))).toEqual([]);
  });

  test("gives another id when anything in it changes", () => {
    expect(documentId(text)).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(documentId(`${text} `)).not.toBe(documentId(text));
  });
});
