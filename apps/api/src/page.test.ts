import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { connection, LARGEST_PAGE, pageRequest, type Position } from "./page";

const positions = (count: number): Position[] => Array.from({ length: count }, (_, index) => ({ key: `key ${index}`, id: `id-${index}` }));
const FIRST = { limit: 2, after: null };
const identity = (position: Position) => position;
const BAD_CURSOR = expect.objectContaining({ code: "BAD_USER_INPUT", extensions: expect.objectContaining({ field: "after" }) as unknown });

/** What comes of it, be it a result or an error. */
function settled(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

const isPosition = (value: unknown): boolean => typeof (value as Position | null)?.key === "string" && typeof (value as Position | null)?.id === "string";

describe("a page size", () => {
  test.each([1, LARGEST_PAGE])("of %i is fine", (first) => {
    expect(pageRequest({ first, after: null })).toEqual({ limit: first, after: null });
  });

  test.each([0, -1, LARGEST_PAGE + 1, 1e9])("of %i is refused by name", (first) => {
    expect(() => pageRequest({ first, after: null })).toThrow(
      expect.objectContaining({ code: "BAD_USER_INPUT", extensions: expect.objectContaining({ field: "first" }) as unknown }),
    );
  });
});

describe("a cursor", () => {
  test("leads back to where it was taken, whatever key and id hold", () => {
    const text = fc.string({ unit: "grapheme" }).filter((value) => !value.includes("\0"));
    fc.assert(
      fc.property(text, text, (key, id) => {
        const { pageInfo } = connection({ rows: [{ key, id }], total: 1 }, FIRST, identity);
        expect(pageRequest({ first: 1, after: pageInfo.endCursor })).toEqual({ limit: 1, after: { key, id } });
      }),
    );
  });

  test("of anybody else's making is refused, and nothing worse", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.base64String(), fc.json().map((json) => Buffer.from(json).toString("base64url"))), (after) => {
        const outcome = settled(() => pageRequest({ first: 1, after }).after);
        expect(outcome).toSatisfy((value: unknown) => isPosition(value) || (value as { code?: unknown }).code === "BAD_USER_INPUT");
      }),
    );
  });

  test.each([[[]], [["a"]], [[1, 2]], [["a", null]], [{ 0: "a", 1: "b" }], ["ab"], [["a\0", "b"]], [["\ud800", "b"]]])("that says %j is refused", (said) => {
    expect(() => pageRequest({ first: 1, after: Buffer.from(JSON.stringify(said)).toString("base64url") })).toThrow(BAD_CURSOR);
  });
});

describe("a connection", () => {
  test("shows no more than asked for, and says that there is more", () => {
    const { nodes, edges, totalCount, pageInfo } = connection({ rows: positions(3), total: 9 }, FIRST, identity);
    expect(nodes).toEqual(positions(2));
    expect(edges.map(({ node }) => node)).toEqual(nodes);
    expect(totalCount).toBe(9);
    expect(pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: edges[0]?.cursor, endCursor: edges[1]?.cursor });
  });

  test("at its end says that there is no more", () => {
    const after = { key: "a", id: "b" };
    const { pageInfo } = connection({ rows: positions(2), total: 9 }, { limit: 2, after }, identity);
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test("of nothing has no cursors", () => {
    const { nodes, pageInfo } = connection({ rows: [], total: 0 }, FIRST, identity);
    expect(nodes).toEqual([]);
    expect(pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
  });
});
