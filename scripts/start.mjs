/** Builds what has changed since the last build, then runs the server in this process. */
import { buildIfStale } from "./build.mjs";

await buildIfStale();
await import("../apps/api/dist/main.js");
