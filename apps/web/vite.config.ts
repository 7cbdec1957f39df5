import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { trustedText } from "./trustedDocument.ts";

const api = "http://127.0.0.1:4000";

/** The operations that codegen left in a folder, by id; it leaves no file where there are none. */
function writtenIn(folder: string): Record<string, string> {
  const file = join(import.meta.dirname, folder, "persisted-documents.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
}

/** Writes what the server is to know of this build's operations: beside the files that all may read, not among them. */
function documentManifest(): Plugin {
  return {
    name: "document-manifest",
    apply: "build",
    writeBundle() {
      const written = Object.assign({}, ...["src/gql", "src/open/gql"].map(writtenIn)) as Record<string, string>;
      const documents = Object.fromEntries(Object.entries(written).map(([id, source]) => [id, trustedText(source)]));
      writeFileSync(join(import.meta.dirname, "dist/documents.json"), JSON.stringify(documents, null, 1));
    },
  };
}

/** In development too, the light pages have a document of their own. */
function lightPages(): Plugin {
  return {
    name: "light-pages",
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        if (/^\/(ask|my|r|offer|referral|stop)(\/|$|\?)/.test(request.url ?? "")) request.url = "/open.html";
        next();
      });
    },
  };
}

export default defineConfig({
  plugins: [react(), documentManifest(), lightPages()],
  server: { proxy: { "/graphql": api, "/api": api } },
  build: {
    outDir: "dist/site",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    // What each page loads, for the test of the light pages' budget.
    manifest: true,
    rolldownOptions: {
      // The dashboard, and the light pages that need no account: those have none of the dashboard's libraries.
      input: { index: "index.html", open: "open.html" },
      output: {
        // Libraries change more seldom than pages: a new version of a page leaves them in the reader's cache.
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](?:\.pnpm[\\/])?(?:react|react-dom|scheduler)(?:@|[\\/])/, priority: 2 },
            { name: "mantine", test: /node_modules[\\/](?:\.pnpm[\\/])?@mantine/ },
            { name: "data", test: /node_modules[\\/](?:\.pnpm[\\/])?(?:@apollo|graphql|rxjs|@tanstack)/ },
          ],
        },
      },
    },
  },
});
