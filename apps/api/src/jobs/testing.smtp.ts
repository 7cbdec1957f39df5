import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

interface Received {
  readonly to: string;
  /** The message as it came, headers first. */
  readonly source: string;
}

export interface Sink {
  readonly url: string;
  /** What was accepted, in order. */
  readonly received: Received[];
  /** What it answers to a message from now on; "250 kept" at first. */
  answer: string;
  /** Runs when a message has been accepted, before the sender is told. */
  onMessage: () => void | Promise<void>;
}

/** A mail server that speaks just enough SMTP (RFC 5321) to be handed messages; it ends with the test. */
export async function smtpSink(): Promise<Sink> {
  const sink = { url: "", received: [] as Received[], answer: "250 kept", onMessage: () => undefined as void | Promise<void> };
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket.on("error", () => undefined).once("close", () => open.delete(socket)));
    void converse(socket, sink);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  sink.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return sink;
}

async function converse(socket: Socket, sink: Sink): Promise<void> {
  const say = (line: string) => socket.writable && socket.write(`${line}\r\n`);
  let to = "";
  let source: string[] | null = null;
  say("220 sink");
  for await (const line of createInterface(socket)) {
    if (source === null) {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === "RCPT") to = /<(.*)>/.exec(line)?.[1] ?? "";
      if (verb === "DATA") source = [];
      say(verb === "DATA" ? "354 go on" : verb === "QUIT" ? "221 bye" : "250 fine");
    } else if (line !== ".") {
      source.push(line.replace(/^\.\./, "."));
    } else {
      if (sink.answer.startsWith("2")) {
        sink.received.push({ to, source: source.join("\n") });
        await sink.onMessage();
      }
      source = null;
      say(sink.answer);
    }
  }
}
