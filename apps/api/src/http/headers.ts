import type { FastifyReply } from "fastify";

/**
 * What the dashboard's page may load and do (Content Security Policy, Level 3). Nothing is allowed but what is named.
 * @param nonce of the page's own style elements: the widgets write their rules into such.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");
}

/** An answer that is no page loads nothing, whatever a browser takes it for. */
const NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** Of all that a page could ask the browser for, we use none but the clipboard. */
const NOT_USED = ["accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation", "gyroscope", "idle-detection",
  "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking"];
const PERMISSIONS = NOT_USED.map((feature) => `${feature}=()`).join(", ");

/** Two years, as browsers' preload lists ask for. */
const TLS_ONLY = "max-age=63072000; includeSubDomains";

/** Sets the headers that every answer bears. Pages set a policy of their own afterwards, and files how long they keep. */
export function setSecurityHeaders(reply: FastifyReply, isHttps: boolean): void {
  void reply.headers({
    "content-security-policy": NO_PAGE,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    // Addresses of pages hold the tokens of invitations and links.
    "referrer-policy": "no-referrer",
    "permissions-policy": PERMISSIONS,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-permitted-cross-domain-policies": "none",
    "x-dns-prefetch-control": "off",
  });
  if (isHttps) void reply.header("strict-transport-security", TLS_ONLY);
}
