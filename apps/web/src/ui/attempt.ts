import { createContext } from "react";

/** How often the reader has asked the page to try again; part of a query's identity, so a retry asks anew. */
export const Attempt = createContext(0);
