import type { Draft } from "./draft";

/** What is missing, by field, before anything is sent. */
export function missing({ district, unlisted, systemName, state, narrative, email }: Draft): Readonly<Record<string, string>> {
  return {
    ...(!unlisted && !district && { leaid: "Choose your district from the list, or say that it is not listed." }),
    ...(unlisted && systemName.trim() === "" && { systemName: "Say what it is called." }),
    ...(unlisted && state === "" && { state: "Say which state it is in." }),
    ...(narrative.trim() === "" && { narrative: "A sentence is enough." }),
    ...(!/^\S+@\S+\.\S+$/.test(email.trim()) && { email: "We answer by e-mail: give an address." }),
  };
}
