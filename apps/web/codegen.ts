import type { CodegenConfig } from "@graphql-codegen/cli";
import { documentId, trustedText } from "./trustedDocument.ts";

/** What the light pages ask, those that are open without an account: see src/open/pages.ts. They carry no library that reads documents. */
const OPEN = ["src/open/**/*.{ts,tsx}", "src/network/{ask,leaderPage,stopMail,rating}/**/*.{ts,tsx}", "src/network/{offers,referral}/*{Page,Card}.tsx"];

// The page sends an operation's id in place of its text, see docs/adr/0013-trusted-documents.md.
const persistedDocuments = { hashPropertyName: "documentId", hashAlgorithm: (source: string) => documentId(trustedText(source)) };

const config = {
  immutableTypes: true,
  useTypeImports: true,
  scalars: { Date: "string", DateTime: "string" },
};

/** Types for every operation and fragment, from the published schema. `SCHEMA` points at another one. */
const codegen: CodegenConfig = {
  schema: process.env["SCHEMA"] ?? "../../packages/schema/schema.graphql",
  ignoreNoDocuments: true,
  generates: {
    "src/gql/": {
      documents: ["src/**/*.{ts,tsx}", "!src/gql/**", ...OPEN.map((files) => `!${files}`)],
      preset: "client",
      presetConfig: { fragmentMasking: false, persistedDocuments },
      config: {
        ...config,
        // Masking is the Apollo cache's; the generated types follow it.
        inlineFragmentTypes: "mask",
        customDirectives: { apolloUnmask: true },
      },
    },
    "src/open/gql/": {
      documents: [...OPEN, "!src/open/gql/**"],
      preset: "client",
      presetConfig: { fragmentMasking: false, persistedDocuments },
      config: { ...config, documentMode: "string" },
    },
  },
};

export default codegen;
