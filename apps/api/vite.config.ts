import { defineConfig } from "vite";

/** The server and the command line as plain JavaScript; what npm brings stays outside. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: "dist",
    target: "node24",
    sourcemap: true,
    rolldownOptions: {
      input: { main: "src/main.ts", arl: "src/cli/arl.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js", keepNames: true },
    },
  },
  ssr: { noExternal: [/^@arl\//] },
});
