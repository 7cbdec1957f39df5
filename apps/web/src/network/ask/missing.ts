import type { Draft } from "./draft";

/** The least that an address is: a mistyped one is told at once; the server looks closer. */
const ADDRESS = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/;

/** What is missing, by field, before anything is sent. */
export function missing({ district, unlisted, systemName, state, narrative, email }: Draft): Readonly<Record<string, string>> {
  return {
    ...(!unlisted && !district && { leaid: "Choose your district from the list, or say that it is not listed." }),
    ...(unlisted && systemName.trim() === "" && { systemName: "Say what it is called." }),
    ...(unlisted && state === "" && { state: "Say which state it is in." }),
    ...(narrative.trim() === "" && { narrative: "A sentence is enough." }),
    ...(!ADDRESS.test(email.trim()) && { email: email.trim() === "" ? "We answer by e-mail: give an address." : "This does not look like an e-mail address: see what stands around the @." }),
  };
}
