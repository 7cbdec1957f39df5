import interFile from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import { drawingSvg, textElement } from "./drawingSvg";

const MARGIN = 24;
const SCALE = 2;

interface Caption {
  readonly title: string;
  readonly subtitle: string;
  readonly notes: readonly string[];
}

interface Ink {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
}

/** Text cut into lines of at most `width` pixels, at about half a font size a letter. */
export function wrapped(text: string, width: number, fontSize: number): readonly string[] {
  const letters = Math.max(10, Math.floor(width / (fontSize * 0.52)));
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + word.length + 1 > letters) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}

/**
 * A whole picture: title and subtitle above the drawing, notes below it.
 *
 * @param drawing the inside of an SVG, with its size in pixels.
 */
export function pictureSvg(
  { title, subtitle, notes }: Caption,
  drawing: { readonly body: string; readonly width: number; readonly height: number },
  { paper, ink, muted }: Ink,
): { readonly svg: string; readonly width: number; readonly height: number } {
  const font = "font-family:Inter Variable,system-ui,sans-serif";
  let y = MARGIN;
  const write = (texts: readonly string[], size: number, style: string) =>
    texts.map((text) => textElement(MARGIN, (y += size * 1.4), text, `${font};font-size:${size}px;${style}`)).join("");
  const head =
    write(wrapped(title, drawing.width, 18), 18, `font-weight:600;fill:${ink}`) +
    write(wrapped(subtitle, drawing.width, 13), 13, `fill:${muted}`);
  const top = (y += 16);
  y += drawing.height + 8;
  const foot = write(notes.flatMap((note) => wrapped(note, drawing.width, 11)), 11, `fill:${muted}`);
  const width = Math.ceil(drawing.width + 2 * MARGIN);
  const height = Math.ceil(y + MARGIN);
  const body = `<g transform="translate(${MARGIN} ${top})">${drawing.body}</g>`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="100%" height="100%" fill="${paper}"/>${head}${body}${foot}</svg>`;
  return { svg, width, height };
}

/** The page's typeface as a style inside the picture, which cannot see the page's own. Empty if it cannot be fetched. */
async function fontStyle(): Promise<string> {
  const response = await fetch(interFile);
  if (!response.ok) return "";
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const source = `url(data:font/woff2;base64,${btoa(text)}) format("woff2")`;
  return `<style>@font-face{font-family:"Inter Variable";font-weight:100 900;src:${source}}</style>`;
}

async function rasterised(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser cannot draw pictures.");
  context.scale(SCALE, SCALE);
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("The picture came out empty.")) : resolve(blob)), "image/png");
  });
}

/** The drawing as it stands on the page, with its caption, as a PNG at twice the screen's pixels. */
export async function pngOf(drawing: Element, caption: Caption): Promise<Blob> {
  const root = getComputedStyle(document.documentElement);
  const token = (name: string) => root.getPropertyValue(name).trim();
  const ink = { paper: token("--paper"), ink: token("--ink"), muted: token("--muted") };
  const { svg, width, height } = pictureSvg(caption, drawingSvg(drawing), ink);
  const withFont = svg.replace(/^<svg[^>]*>/, `$&${await fontStyle()}`);
  return rasterised(withFont, width, height);
}
