import { z } from "zod";

const flag = z.enum(["true", "false"]).transform((word) => word === "true");

const variables = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/, "must look like postgres://user:password@host:5432/database")
    .optional(),
  DATA_DIR: z.string().min(1).default(".data"),
  DEMO: flag.optional(),
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/, "must look like smtp://user:password@host:587")
    .optional(),
  MAIL_FROM: z.email().optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  DOCUMENTS: z.enum(["trusted", "any"]).optional(),
  RATE_LIMIT: z.union([z.literal("off"), z.coerce.number().int().positive()]).default(600),
});

const OIDC = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"] as const;

/** An issuer is configured whole or not at all. */
const schema = variables.superRefine((env, context) => {
  const missing = OIDC.filter((name) => env[name] === undefined);
  if (missing.length === OIDC.length) return;
  for (const name of missing) context.addIssue({ code: "custom", path: [name], message: `must be set too: ${OIDC.join(", ")} belong together` });
});

export type Env = z.infer<typeof schema>;

/**
 * Reads the configuration; an empty variable counts as not set.
 * @throws Error naming every variable that is wrong, and what it must be.
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join(".")} (${JSON.stringify(given[String(path[0])])}): ${message}`);
  throw new Error(`The configuration is wrong.\n  ${faults.join("\n  ")}`);
}
