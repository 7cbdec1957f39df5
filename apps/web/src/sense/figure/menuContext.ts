import { createContext } from "react";
import type { FigureTarget } from "./target";

/** Opens the one menu of the page at the mark that was clicked. */
export type OpenFigureMenu = (target: FigureTarget, mark: Element) => void;

export const FigureMenuContext = createContext<OpenFigureMenu>(() => undefined);
