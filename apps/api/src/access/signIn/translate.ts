import { OIDC_PROVIDER } from "./oidc";

/** How a request is put to the sign-in service, and its answer to the caller. */
export interface Translation {
  /** The status with which it is not put at all. */
  readonly refusal?: 405;
  readonly path: string;
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly answer: (answer: Response) => Response;
}

/**
 * What the sign-in service understands otherwise than the network means it:
 * a link is used by POST, so that a program which opens the links in mail uses none;
 * the one issuer needs no naming; and why an issuer's word was not enough is nobody's to know.
 */
export function translated(path: string, method: string, body: unknown): Translation {
  const asIs: Translation = { path, method, query: {}, body, answer: (answer) => answer };
  const said = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (path === "/magic-link/verify") {
    if (method !== "POST") return { ...asIs, refusal: 405 };
    return { ...asIs, method: "GET", query: { token: typeof said["token"] === "string" ? said["token"] : "" }, answer: refusedLink };
  }
  if (path.startsWith("/reset-password/")) return { ...asIs, refusal: 405 };
  if (path === "/sign-in/oauth2") return { ...asIs, path: "/sign-in/social", body: { ...said, provider: OIDC_PROVIDER } };
  if (path.startsWith("/callback/")) return { ...asIs, answer: withoutReasons };
  return asIs;
}

/** A link that was used, is too old or never was: one answer, where the service would send a browser elsewhere. */
function refusedLink(answer: Response): Response {
  if (answer.status < 300 || answer.status === 429) return answer;
  return Response.json({ message: "This link does not work any more. Ask for a new one.", code: "INVALID_TOKEN" }, { status: 401 });
}

/** A path of our own comes without the address of the server. */
const SOMEWHERE = "http://somewhere.invalid";

function withoutReasons(answer: Response): Response {
  const location = answer.headers.get("location");
  if (location === null || !URL.canParse(location, SOMEWHERE)) return answer;
  const url = new URL(location, SOMEWHERE);
  if (!url.searchParams.has("error")) return answer;
  url.searchParams.set("error", "sign_in_refused");
  url.searchParams.delete("error_description");
  const headers = new Headers(answer.headers);
  headers.set("location", url.origin === SOMEWHERE ? url.href.slice(SOMEWHERE.length) : url.href);
  return new Response(null, { status: answer.status, headers });
}
