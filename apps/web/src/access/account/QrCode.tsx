import { encode } from "uqr";
import classes from "./account.module.css";

/** Modules of quiet space around the code, as ISO/IEC 18004 asks for. */
const QUIET = 4;

/** A QR code, dark on white in both themes: many cameras read no other. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { border: 0, ecc: "M" });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  const side = size + 2 * QUIET;
  return (
    <svg className={classes["qr"]} viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} fill="#000000" />
    </svg>
  );
}
