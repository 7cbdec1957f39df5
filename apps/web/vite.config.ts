import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const api = "http://127.0.0.1:4000";

export default defineConfig({
  plugins: [react()],
  server: { proxy: { "/graphql": api, "/api": api } },
  build: {
    outDir: "dist",
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
