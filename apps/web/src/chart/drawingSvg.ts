const PAINT = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "stroke-linecap",
  "stroke-linejoin",
  "paint-order",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
];

/** Text as XML writes it. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** One text on one line, with its baseline at `y`. */
export function textElement(x: number, y: number, text: string, style: string): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" style="${escaped(style)}">${escaped(text)}</text>`;
}

function paintedClone(source: Element): Element {
  const clone = source.cloneNode(false) as Element;
  const computed = getComputedStyle(source);
  clone.removeAttribute("class");
  clone.setAttribute("style", PAINT.map((name) => `${name}:${computed.getPropertyValue(name)}`).join(";"));
  for (const child of source.childNodes) {
    clone.append(child instanceof Element ? paintedClone(child) : child.cloneNode());
  }
  return clone;
}

function svgElement(source: Element, box: DOMRect, origin: DOMRect): string {
  const clone = paintedClone(source);
  clone.setAttribute("x", String(box.x - origin.x));
  clone.setAttribute("y", String(box.y - origin.y));
  clone.setAttribute("width", String(box.width));
  clone.setAttribute("height", String(box.height));
  return new XMLSerializer().serializeToString(clone);
}

/** A text that runs from the bottom up, as the heads of narrow columns do. */
function upwardText(element: Element, origin: DOMRect, style: string): string {
  const { right, bottom, width } = element.getBoundingClientRect();
  const at = `translate(${right - origin.x - width * 0.28} ${bottom - origin.y}) rotate(-90)`;
  return `<g transform="${at}">${textElement(0, 0, element.textContent.trim(), style)}</g>`;
}

/** The lines into which the browser broke a text, each with its place. */
function textLines(node: Text, origin: DOMRect): string[] {
  const parent = node.parentElement;
  if (parent === null) return [];
  const { color, fontSize, fontWeight, fontFamily, writingMode } = getComputedStyle(parent);
  const style = `fill:${color};font-size:${fontSize};font-weight:${fontWeight};font-family:${fontFamily}`;
  if (writingMode.startsWith("vertical")) return [upwardText(parent, origin, style)];
  const lines = new Map<number, { x: number; bottom: number; text: string }>();
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+\s*/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.trimEnd().length);
    const box = range.getBoundingClientRect();
    const line = lines.get(box.top);
    if (line === undefined) lines.set(box.top, { x: box.x, bottom: box.bottom, text: word });
    else line.text += word;
  }
  const descent = Number.parseFloat(fontSize) * 0.26;
  return [...lines.values()].map(({ x, bottom, text }) =>
    textElement(x - origin.x, bottom - origin.y - descent, text.trimEnd(), style),
  );
}

const HATCH = "withheld-hatch";

/** The hatch of what is withheld, in the colours of the page's theme. */
function hatchPattern(drawing: Element): string {
  const theme = getComputedStyle(drawing);
  const [ground, line] = ["--sunken", "--edge"].map((name) => escaped(theme.getPropertyValue(name).trim()));
  return (
    `<defs><pattern id="${HATCH}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="7" height="7" fill="${ground}"/><rect width="7" height="1" fill="${line}"/></pattern></defs>`
  );
}

function block(computed: CSSStyleDeclaration, box: DOMRect, origin: DOMRect): string {
  const { backgroundColor, backgroundImage } = computed;
  const isHatched = backgroundImage.startsWith("repeating-linear-gradient");
  if (!isHatched && (backgroundColor === "rgba(0, 0, 0, 0)" || backgroundColor === "transparent")) return "";
  const at = `x="${box.x - origin.x}" y="${box.y - origin.y}" width="${box.width}" height="${box.height}"`;
  const fill = isHatched ? `url(#${HATCH})` : backgroundColor;
  return `<rect ${at} rx="${Number.parseFloat(computed.borderTopLeftRadius) || 0}" fill="${fill}"/>`;
}

function drawn(element: Element, origin: DOMRect): string {
  const computed = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const hidden = computed.visibility === "hidden" || computed.opacity === "0" || box.width <= 1 || box.height <= 1;
  if (computed.display === "none" || hidden) return "";
  if (element.tagName === "svg") return svgElement(element, box, origin);
  const children = [...element.childNodes].map((child) => {
    if (child instanceof Text) return textLines(child, origin).join("");
    return child instanceof Element ? drawn(child, origin) : "";
  });
  return block(computed, box, origin) + children.join("");
}

/** What a drawing shows on the page, its SVGs, blocks and words alike, as the inside of one SVG. */
export function drawingSvg(drawing: Element): { readonly body: string; readonly width: number; readonly height: number } {
  const origin = drawing.getBoundingClientRect();
  const width = Math.max(origin.width, drawing.scrollWidth);
  return { body: hatchPattern(drawing) + drawn(drawing, origin), width, height: origin.height };
}
