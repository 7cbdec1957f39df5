import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { trustedText } from "./trustedDocument.ts";

const api = "http://127.0.0.1:4000";

/** Writes what the server is to know of this build's operations: beside the files that all may read, not among them. */
function documentManifest(): Plugin {
  return {
    name: "document-manifest",
    apply: "build",
    writeBundle() {
      const written = JSON.parse(readFileSync(join(import.meta.dirname, "src/gql/persisted-documents.json"), "utf8")) as Record<string, string>;
      const documents = Object.fromEntries(Object.entries(written).map(([id, source]) => [id, trustedText(source)]));
      writeFileSync(join(import.meta.dirname, "dist/documents.json"), JSON.stringify(documents, null, 1));
    },
  };
}

export default defineConfig({
  plugins: [react(), documentManifest()],
  server: { proxy: { "/graphql": api, "/api": api } },
  build: {
    outDir: "dist/site",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Libraries change more seldom than pages: a new version of a page leaves them in the reader's cache.
        codeSplitting: {
          groups: [
            { name: "mantine", test: /node_modules[\\/](?:\.pnpm[\\/])?@mantine/ },
            { name: "data", test: /node_modules[\\/](?:\.pnpm[\\/])?(?:@apollo|graphql|rxjs|@tanstack)/ },
          ],
        },
      },
    },
  },
});
