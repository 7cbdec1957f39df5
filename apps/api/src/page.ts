import { ArgsType, Field, Int, ObjectType, type ClassType } from "type-graphql";
import { badInput } from "./errors";

const DEFAULT_PAGE = 25;
export const LARGEST_PAGE = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: DEFAULT_PAGE, description: "How many at most, 1 to 100." })
  first!: number;

  @Field(() => String, { nullable: true, description: "Cursor of the edge to go on after; null = from the start." })
  after!: string | null;
}

/** Where a page begins: after the row with this sort key and id. */
export interface Position {
  readonly key: string;
  readonly id: string;
}

export interface PageRequest {
  readonly limit: number;
  readonly after: Position | null;
}

/** @throws DomainError BAD_USER_INPUT for a page size out of bounds or a cursor that is not ours. */
export function pageRequest({ first, after }: PageArgs): PageRequest {
  if (first < 1 || first > LARGEST_PAGE) throw badInput("first", `A page has 1 to ${LARGEST_PAGE} items, not ${first}.`);
  return { limit: first, after: after == null ? null : readCursor(after) };
}

/** PostgreSQL keeps neither NUL nor half characters. */
const isKeepable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

export const badCursor = () => badInput("after", "This is not a cursor of an earlier page.");

const writeCursor = ({ key, id }: Position): string => Buffer.from(JSON.stringify([key, id])).toString("base64url");

function readCursor(cursor: string): Position {
  try {
    const said: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const [key, id] = Array.isArray(said) ? (said as unknown[]) : [];
    if (typeof key === "string" && typeof id === "string" && isKeepable(key) && isKeepable(id)) return { key, id };
  } catch {
    // Falls through to the one refusal.
  }
  throw badCursor();
}

@ObjectType("PageInfo", { description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there are more after this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether the page began after a cursor." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first edge; null on an empty page." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last edge; null on an empty page." })
  endCursor!: string | null;
}

export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  totalCount: number;
  pageInfo: PageInfo;
}

/** A page of rows and how many there are in all. */
export interface Page<Row> {
  /** One more than the limit where there is a next page. */
  readonly rows: readonly Row[];
  readonly total: number;
}

/** The Relay connection of a page. */
export function connection<Row>({ rows, total }: Page<Row>, request: PageRequest, positionOf: (row: Row) => Position): Connection<Row> {
  const nodes = rows.slice(0, request.limit);
  const edges = nodes.map((node) => ({ cursor: writeCursor(positionOf(node)), node }));
  return {
    edges,
    nodes,
    totalCount: total,
    pageInfo: {
      hasNextPage: rows.length > request.limit,
      hasPreviousPage: request.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Declares the connection type of a node type, such as `RequestConnection` of `Request`. */
export function connectionOf<Node extends object>(node: () => ClassType<Node>, name: string) {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list.` })
  class Edge {
    @Field(() => String, { description: "Where it stands: give it as `after` to go on from here." })
    cursor!: string;

    @Field(node, { description: `The ${name}.` })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class NodeConnection implements Connection<Node> {
    @Field(() => [Edge], { description: "The items with their cursors." })
    edges!: Edge[];

    @Field(() => [node()], { description: "The items alone." })
    nodes!: Node[];

    @Field(() => Int, { description: "How many there are in all, on every page." })
    totalCount!: number;

    @Field(() => PageInfo, { description: "Where this page stands in the list." })
    pageInfo!: PageInfo;
  }
  return NodeConnection;
}

/** What turns the ids of a page into its rows. */
interface Loader<Row> {
  load(id: string): Promise<Row>;
}

/** The rows of a page that was found as positions. */
export async function loadedPage<Row extends object>(
  { rows, total }: Page<Position>,
  loader: Loader<Row>,
): Promise<Page<Row & { readonly position: Position }>> {
  const loaded = await Promise.all(rows.map(async (position) => ({ ...(await loader.load(position.id)), position })));
  return { rows: loaded, total };
}
