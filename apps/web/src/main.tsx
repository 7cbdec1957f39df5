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

createRoot(root, { onCaughtError }).render(
  <StrictMode>
    <ApolloProvider client={createClient()}>
      <MantineProvider theme={theme} cssVariablesResolver={tokenVariables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
        <RouterProvider router={createAppRouter()} />
      </MantineProvider>
    </ApolloProvider>
  </StrictMode>,
);
