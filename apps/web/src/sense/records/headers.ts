import { createContext } from "react";

/** What the columns of a table are called; on a phone, each cell says it itself. */
export const Headers = createContext<readonly string[]>([]);
