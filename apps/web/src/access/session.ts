/** What the sign-in form learns: null when it worked, else why not, in words. */
export async function signIn(email: string, password: string): Promise<string | null> {
  const response = await post("/api/auth/sign-in/email", { email, password });
  if (response === null) return "The network's server could not be reached. Try again in a moment.";
  if (response.ok) return null;
  if (response.status === 429) return "Too many tries. Wait a minute, then try again.";
  return response.status === 401 ? "That e-mail and password do not match." : "Signing in failed. Try again in a moment.";
}

/** Ends the session; what this page has seen goes with the reload that follows. */
export async function signOut(): Promise<void> {
  await post("/api/auth/sign-out", {});
}

async function post(path: string, body: unknown): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    return null;
  }
}

/** Where to go after signing in: a path of this site, and nothing else an address may claim. */
export function safeNext(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : "/needs";
}
