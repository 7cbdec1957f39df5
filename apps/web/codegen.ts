import type { CodegenConfig } from "@graphql-codegen/cli";
import { documentId, trustedText } from "./trustedDocument.ts";

/** Types for every operation and fragment, from the published schema. `SCHEMA` points at another one. */
const config: CodegenConfig = {
  schema: process.env["SCHEMA"] ?? "../../packages/schema/schema.graphql",
  documents: ["src/**/*.{ts,tsx}", "!src/gql/**"],
  ignoreNoDocuments: true,
  generates: {
    "src/gql/": {
      preset: "client",
      presetConfig: {
        fragmentMasking: false,
        // The page sends an operation's id in place of its text, see docs/adr/0013-trusted-documents.md.
        persistedDocuments: { hashPropertyName: "documentId", hashAlgorithm: (source: string) => documentId(trustedText(source)) },
      },
      config: {
        // Masking is the Apollo cache's; the generated types follow it.
        inlineFragmentTypes: "mask",
        customDirectives: { apolloUnmask: true },
        immutableTypes: true,
        useTypeImports: true,
        scalars: { Date: "string", DateTime: "string" },
      },
    },
  },
};

export default config;
