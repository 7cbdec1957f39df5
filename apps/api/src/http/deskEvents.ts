import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Viewer } from "../access/viewer";
import type { Channel } from "../db/channel";
import { DomainError } from "../errors";

/** Streams that are open at once: of one person in several windows, and of everybody. */
const MOST_OF_ONE = 8;
const MOST = 300;

/** How often an idle stream says that it is there, and asks whether its reader still may hear it. */
const HEARTBEAT_MS = 15_000;
/** What happens within this is told together. */
const TOGETHER_MS = 100;
/** Unread bytes after which a reader is taken for gone. */
const MOST_UNREAD = 64 * 1024;

export interface DeskEventsOptions {
  /** On which the database says which requests changed. */
  readonly channel: Channel;
  /** Who asks, counted against what they may. @throws DomainError UNAUTHENTICATED or RATE_LIMITED */
  readonly admit: (request: FastifyRequest) => Promise<Viewer>;
  /** Who the same request comes from by now. */
  readonly identify: (request: FastifyRequest) => Promise<Viewer>;
  readonly heartbeatMs?: number;
}

const STATUS: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, RATE_LIMITED: 429 };

/**
 * GET /api/desk/events: server-sent events (WHATWG HTML, 9.2) for staff who are signed in. `changed` says that something about a request is other than it was, and
 * which; what, the reader asks the API. A stream ends with its reader's session.
 */
export function mountDeskEvents(app: FastifyInstance, { channel, admit, identify, heartbeatMs = HEARTBEAT_MS }: DeskEventsOptions): void {
  const streams = new Set<Stream>();
  let stopListening: (() => void) | undefined;
  const listen = () => channel.listen((requestId) => streams.forEach((stream) => stream.changed(requestId ?? "*")));
  const heartbeat = setInterval(() => streams.forEach((stream) => void stream.beat()), heartbeatMs);
  heartbeat.unref();
  app.addHook("preClose", (done) => {
    clearInterval(heartbeat);
    stopListening?.();
    for (const stream of streams) stream.end();
    done();
  });

  app.get("/api/desk/events", async (request, reply) => {
    let viewer: Viewer;
    try {
      viewer = staffAlone(await admit(request));
    } catch (error) {
      if (error instanceof DomainError) return refuse(reply, STATUS[error.code] ?? 400, error.message, error.code);
      throw error;
    }
    const own = [...streams].filter(({ readerId }) => readerId === viewer?.id).length;
    if (own >= MOST_OF_ONE || streams.size >= MOST) return refuse(reply.header("retry-after", "30"), 429, "Too many of these are open.", "RATE_LIMITED");
    reply.hijack();
    const headers = { ...reply.getHeaders(), "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" };
    reply.raw.writeHead(200, headers as Record<string, string>);
    const stream = new Stream(reply, viewer?.id ?? "", async () => staffAlone(await identify(request)) !== null);
    streams.add(stream);
    stopListening ??= listen();
    reply.raw.once("close", () => streams.delete(stream));
    return reply;
  });
}

/** @throws DomainError UNAUTHENTICATED or FORBIDDEN: keys are for programs, which ask when they want to know. */
function staffAlone(viewer: Viewer): Viewer {
  if (viewer === null) throw new DomainError("UNAUTHENTICATED", "Sign in to see this.");
  if (!viewer.roles.includes("staff") || viewer.key !== null) throw new DomainError("FORBIDDEN", "This is for the hub's staff.");
  return viewer;
}

const refuse = (reply: FastifyReply, status: number, message: string, code: string) => reply.code(status).send({ errors: [{ message, extensions: { code } }] });

/** One reader's events. */
class Stream {
  readonly readerId: string;
  readonly #response: FastifyReply["raw"];
  readonly #isStill: () => Promise<boolean>;
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  constructor({ raw }: FastifyReply, readerId: string, isStill: () => Promise<boolean>) {
    this.readerId = readerId;
    this.#response = raw;
    this.#isStill = isStill;
    this.#write("retry: 2000\n\nevent: open\ndata: {}\n\n");
  }

  changed(requestId: string): void {
    this.#waiting.add(requestId);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      for (const id of this.#waiting) this.#write(`event: changed\ndata: ${JSON.stringify({ requestId: id })}\n\n`);
      this.#waiting.clear();
    }, TOGETHER_MS);
  }

  /** Says that the stream is there, to a reader who may still hear it. */
  async beat(): Promise<void> {
    const may = await this.#isStill().catch((error: unknown) => !(error instanceof DomainError));
    if (may) this.#write(": still here\n\n");
    else this.end();
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#response.end();
  }

  #write(text: string): void {
    if (this.#response.writableEnded) return;
    if (this.#response.writableLength > MOST_UNREAD) this.#response.destroy();
    else this.#response.write(text);
  }
}
