import { connect } from "node:net";

/** Bytes as they are, sent to the server; all that it says until it hangs up, or until `enough`. */
export function sendBytes(url: string, bytes: string | Uint8Array, enough: (said: string) => boolean = () => false): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((done, failed) => {
    let said = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on("data", (chunk: Buffer) => {
      said += chunk.toString("latin1");
      if (enough(said)) socket.end();
    });
    socket.on("close", () => done(said));
    socket.on("error", (error: Error & { code?: string }) => (error.code === "ECONNRESET" || error.code === "EPIPE" ? done(said) : failed(error)));
  });
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** The answers in what a server said, in order. Chunked bodies stay as they are. */
export function answersIn(said: string): RawAnswer[] {
  return said.split(/(?=HTTP\/1\.1 \d{3})/).flatMap((part) => {
    const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(part) ?? [];
    if (status === undefined) return [];
    const [headers = "", ...body] = part.split("\r\n\r\n");
    return [{ status: Number(status), headers, body: body.join("\r\n\r\n") }];
  });
}
