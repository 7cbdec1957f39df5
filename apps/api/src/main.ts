import { readEnv } from "./env";
import { runServer } from "./run";

try {
  await runServer(readEnv(process.env));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof Error && error.cause) process.stderr.write(`  ${String(error.cause)}\n`);
  process.exit(1);
}
