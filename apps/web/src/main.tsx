import "@fontsource-variable/inter/wght.css";
import "@mantine/core/styles.css";
import "./tokens.css";
import { CombinedGraphQLErrors } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createClient } from "./apollo";
import { allowTextOnly, shareNonce, styleNonce } from "./contentPolicy";
import { createAppRouter } from "./routes";
import { NETWORK } from "./sense/scope/network";
import { reloadWhenPartsAreGone } from "./staleBuild";
import { theme, tokenVariables } from "./theme";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root.");

allowTextOnly();
shareNonce();
reloadWhenPartsAreGone();

// What the API refuses is shown on the page; only what nobody foresaw is reported.
const onCaughtError = (error: unknown) => {
  if (!(error instanceof CombinedGraphQLErrors)) reportError(error);
};

const client = createClient();
const router = createAppRouter();

// Both before anything is drawn: React holds what follows a fallback back for a third of a second. Where one fails, the page
// tries again and says so.
await Promise.allSettled([client.query({ query: NETWORK }), router.load()]);

createRoot(root, { onCaughtError }).render(
  <StrictMode>
    <ApolloProvider client={client}>
      <MantineProvider theme={theme} cssVariablesResolver={tokenVariables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
        <RouterProvider router={router} />
      </MantineProvider>
    </ApolloProvider>
  </StrictMode>,
);
