import "../tokens.css";
import "./open.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { reloadWhenPartsAreGone } from "../staleBuild";
import { followScheme } from "./scheme";
import { Site } from "./Site";

const root = document.getElementById("root");
if (root === null) throw new Error("open.html has no #root.");

reloadWhenPartsAreGone();
followScheme();

createRoot(root).render(
  <StrictMode>
    <Site pathname={window.location.pathname} />
  </StrictMode>,
);
