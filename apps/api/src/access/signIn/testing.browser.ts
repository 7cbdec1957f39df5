import type { TestServer } from "../../testing.http";

/** Somebody at a browser: keeps cookies and says where its pages come from. */
export class Browser {
  readonly #server: TestServer;
  readonly #cookies = new Map<string, string>();

  constructor(server: TestServer) {
    this.#server = server;
  }

  post(path: string, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#ask(path, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json", origin: this.#server.url, ...headers } });
  }

  get(path: string): Promise<Response> {
    return this.#ask(path, { redirect: "manual" });
  }

  signIn(email: string, password: string): Promise<Response> {
    return this.post("sign-in/email", { email, password });
  }

  /** Whose browser the server takes it to be; null for nobody's. */
  async email(): Promise<string | null> {
    const answer = await this.#server.graphql({ query: "{ viewer { email } }" }, { cookie: this.cookie() });
    const { data } = (await answer.json()) as { data: { viewer: { email: string } | null } };
    return data.viewer?.email ?? null;
  }

  cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) headers.set("cookie", this.cookie());
    const answer = await fetch(`${this.#server.url}/api/auth/${path}`, { ...init, headers });
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie);
    return answer;
  }

  #keep(cookie: string): void {
    const [pair = ""] = cookie.split(";");
    const name = pair.slice(0, pair.indexOf("="));
    if (/max-age=0/i.test(cookie)) this.#cookies.delete(name);
    else this.#cookies.set(name, pair.slice(name.length + 1));
  }
}
