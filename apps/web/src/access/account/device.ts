const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/(?:Firefox|FxiOS)\//, "Firefox"],
  [/(?:HeadlessChrome|Chrome|CriOS)\//, "Chrome"],
  [/Version\/.*Safari\//, "Safari"],
];

const MACHINES: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "an iPhone"],
  [/iPad/, "an iPad"],
  [/Android/, "Android"],
  [/CrOS/, "a Chromebook"],
  [/Windows/, "Windows"],
  [/Macintosh|Mac OS X/, "a Mac"],
  [/Linux/, "Linux"],
];

const first = (list: typeof BROWSERS, text: string) => list.find(([pattern]) => pattern.test(text))?.[1];

/** "Chrome on a Mac", as far as the browser says what it is. */
export function deviceWords(userAgent: string | null): string {
  if (userAgent === null || userAgent === "") return "A device that does not say what it is";
  const browser = first(BROWSERS, userAgent);
  const machine = first(MACHINES, userAgent);
  if (browser === undefined) return machine === undefined ? "A program" : `A program on ${machine}`;
  return machine === undefined ? browser : `${browser} on ${machine}`;
}

const LOCAL = /^(?:127\.|::1$|0:0:0:0:0:0:0:1$|0000:0000:0000:0000:0000:0000:0000:0001$)/;
const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|f[cd]|fe80:)/i;

/** Where a session's requests came from, as far as an address alone tells; nothing is looked up elsewhere. */
export function placeWords(address: string | null): string {
  if (address === null || address === "") return "from an address that is not known";
  const plain = address.replace(/^::ffff:/i, "");
  if (LOCAL.test(plain)) return "from the computer that the network runs on";
  if (PRIVATE.test(plain)) return "from a private network, as of an office or a school";
  return `from the internet address ${plain}`;
}
