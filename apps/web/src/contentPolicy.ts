interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown;
}

/**
 * The page's policy says that no text becomes markup unless this lets it through. The widgets write style rules as the
 * content of style elements: text in which no tag can begin.
 */
export function allowTextOnly(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy("default", { createHTML: (text) => (text.includes("<") ? null : text) });
}

/** The nonce that the server gave this page's style elements; none where it is not served by our server. */
export const styleNonce = (): string => document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";

/** The scroll lock of dialogs looks for its nonce in the place where bundlers put one. */
export function shareNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
