import type { MetricId } from "@arl/schema/metrics";
import { createContext } from "react";
import type { FigureTarget } from "./target";

/** Opens the one menu of the page at the mark that was clicked. */
export type OpenFigureMenu = (target: FigureTarget, mark: Element) => void;

export const FigureMenuContext = createContext<OpenFigureMenu>(() => undefined);

/** Opens a metric's whole definition, without a figure of it. */
export type OpenDefinition = (metric: MetricId, mark: Element) => void;

export const DefinitionContext = createContext<OpenDefinition>(() => undefined);
