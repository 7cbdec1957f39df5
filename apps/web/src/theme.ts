import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

/** Deep teal, light to dark; the seventh is the accent on paper, the fourth the accent at night. */
const teal: MantineColorsTuple = [
  "#e3efec",
  "#c9e1dc",
  "#a2cfc8",
  "#6fc3bd",
  "#4aa49e",
  "#2a8682",
  "#177270",
  "#0d5c5b",
  "#0a4a49",
  "#073938",
];

/** Neutrals slightly warm, so that the kit's own greys sit on the paper. */
const gray: MantineColorsTuple = [
  "#faf8f5",
  "#f3f0ea",
  "#ebe7df",
  "#e0dbd1",
  "#cdc7bb",
  "#b5aea1",
  "#8c857a",
  "#635d54",
  "#443f38",
  "#2b2823",
];

const dark: MantineColorsTuple = [
  "#ece8e1",
  "#b0a99d",
  "#857e73",
  "#5f594f",
  "#37332d",
  "#2c2823",
  "#221f1b",
  "#181613",
  "#121110",
  "#0c0b0a",
];

/** Buttons take the tokens, which hold their contrast in both schemes; Mantine's own shades do not. */
const tokenColors: VariantColorsResolver = (input) => {
  const plain = defaultVariantColorsResolver(input);
  if (input.color !== undefined && input.color !== "teal") return plain;
  switch (input.variant) {
    case "filled":
      return { ...plain, background: "var(--accent)", hover: "var(--accent-strong)", color: "var(--accent-ink)" };
    case "light":
      return { ...plain, background: "var(--accent-wash)", hover: "var(--sunken)", color: "var(--accent)" };
    case "subtle":
      return { ...plain, hover: "var(--accent-wash)", color: "var(--accent)" };
    default:
      return plain;
  }
};

export const theme = createTheme({
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver: tokenColors,
  colors: { teal, gray, dark },
  fontFamily: "var(--font-text)",
  headings: { fontFamily: "var(--font-text)", fontWeight: "600" },
  defaultRadius: 8,
  cursorType: "pointer",
  respectReducedMotion: true,
  fontSizes: { sm: "14px", md: "15px" },
});

/** Mantine's own surfaces follow the tokens, so that a menu and a page are the same paper. */
export const tokenVariables: CSSVariablesResolver = () => {
  const surfaces = {
    "--mantine-color-body": "var(--paper)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--muted)",
    "--mantine-color-placeholder": "var(--muted)",
    "--mantine-color-default": "var(--raised)",
    "--mantine-color-default-border": "var(--edge)",
    "--mantine-color-default-hover": "var(--sunken)",
    "--mantine-color-anchor": "var(--accent)",
    "--mantine-color-error": "var(--alert)",
  };
  return { variables: {}, light: surfaces, dark: surfaces };
};
