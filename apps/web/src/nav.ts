import { hasOwnWork, homeOf, isStaff, seesAnalysis, type Looker } from "./access/home";
import type { NavGroup, NavItem } from "./ui/navigation";

interface Page extends NavItem {
  readonly opensTo: (viewer: Looker) => boolean;
}

interface Group {
  readonly name: string;
  readonly pages: readonly Page[];
}

const seesCapacity = (viewer: Looker): boolean => isStaff(viewer) || (viewer?.roles.includes("PROVIDER") ?? false);
const seesCalls = (viewer: Looker): boolean => isStaff(viewer) || hasOwnWork(viewer);

const GROUPS: readonly Group[] = [
  {
    name: "Now",
    pages: [
      { to: "/", label: "This week", glyph: "M5 6h14v14H5zM5 10h14M9 3v4M15 3v4M9 14l2 2 4-4", opensTo: isStaff, whole: true },
      { to: "/desk", label: "Desk", glyph: "M3 8h18M5 8v12M19 8v12M8 12h8v4H8zM9 8V5h6v3", opensTo: isStaff, whole: true },
      { to: "/caseload", label: "Caseload", glyph: "M4 7h16v12H4zM9 7V4h6v3M4 12h16", opensTo: hasOwnWork, whole: true },
      { to: "/our-work", label: "Our work", glyph: "M4 20v-2a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v2M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M17 4a3.5 3.5 0 0 1 0 6.6M21 20v-2a4 4 0 0 0-3-3.9", opensTo: hasOwnWork, whole: true },
      { to: "/calls", label: "Learning calls", glyph: "M4 5h16v11H9l-5 4zM8 9h8M8 12h5", opensTo: seesCalls, whole: true },
    ],
  },
  {
    name: "What is asked",
    pages: [
      { to: "/needs", label: "Needs", glyph: "M4 5h4v4H4zM10 5h4v4h-4zM16 5h4v4h-4zM4 11h4v4H4zM10 11h4v4h-4zM4 17h4v3H4z", opensTo: seesAnalysis },
      { to: "/trends", label: "Trends", glyph: "M3 17l6-6 4 4 8-9M15 6h6v6", opensTo: seesAnalysis },
      { to: "/emerging", label: "Emerging", glyph: "M12 20V9M12 9c0-3 2-5 6-5 0 4-2 6-6 6M12 13c0-2-2-4-5-4 0 3 2 5 5 5", opensTo: isStaff },
      { to: "/asking", label: "Asking", glyph: "M5 4h14v16H5zM9 9h6M9 13h3M13 17l2 1.5 3.5-4", opensTo: isStaff },
      { to: "/topics", label: "Topics", glyph: "M5 6h.1M9 6h11M5 12h.1M9 12h11M5 18h.1M9 18h11", opensTo: seesAnalysis },
    ],
  },
  {
    name: "What falls short",
    pages: [
      { to: "/gaps", label: "Gaps", glyph: "M5 7h10M5 17h6M18 7a2 2 0 1 0 .1 0M14 17a2 2 0 1 0 .1 0", opensTo: seesAnalysis },
      { to: "/outlook", label: "Outlook", glyph: "M3 18c4 0 4-8 8-8s4 4 10 4M16 9l5 5-5 5", opensTo: isStaff },
      { to: "/capacity", label: "Capacity", glyph: "M4 19V9M9 19V5M14 19v-7M19 19V7M3 19h18", opensTo: seesCapacity, whole: true },
      { to: "/opportunities", label: "Opportunities", glyph: "M12 21s7-6 7-12a7 7 0 0 0-14 0c0 6 7 12 7 12M12 11a2 2 0 1 0-.1 0", opensTo: seesAnalysis },
    ],
  },
  {
    name: "What comes of it",
    pages: [
      { to: "/reach", label: "Reach", glyph: "M12 3a9 9 0 1 0 .1 0M12 8a4 4 0 1 0 .1 0M12 12h.1", opensTo: seesAnalysis },
      { to: "/depth", label: "Depth", glyph: "M4 5h16M7 10h10M10 15h4M12 15v5", opensTo: isStaff },
      { to: "/impact", label: "Impact", glyph: "M4 20V10M10 20V4M16 20v-7M21 20H3", opensTo: seesAnalysis },
      { to: "/compare", label: "Compare", glyph: "M8 4v16M16 4v16M4 8h8M12 16h8", opensTo: isStaff },
    ],
  },
  {
    name: "What words mean",
    pages: [
      { to: "/framework", label: "Framework", glyph: "M12 4v5M5 20v-5h14v5M12 9v6M9 4h6", opensTo: isStaff, whole: true },
      { to: "/definitions", label: "Definitions", glyph: "M6 4h11a1 1 0 0 1 1 1v15H7a2 2 0 0 1-2-2V5a1 1 0 0 1 1-1zM9 9h6M9 13h4", opensTo: () => true },
    ],
  },
];

/** What stands in a phone's bar, where there are more pages than fit: where they begin, then the first of these they may open. */
const FIRST_ON_A_PHONE = ["/desk", "/caseload", "/our-work", "/needs", "/trends", "/gaps", "/impact", "/calls"];
const PHONE_BAR = 4;

const homeFirst = <Thing>(things: readonly Thing[], isHome: (thing: Thing) => boolean): readonly Thing[] => [...things.filter(isHome), ...things.filter((thing) => !isHome(thing))];

/** The pages that a viewer may open, in groups, the one on which they begin first; nobody is shown one that refuses them. */
export function groupsOf(viewer: Looker): readonly NavGroup[] {
  const home = homeOf(viewer);
  const isHome = ({ to }: NavItem) => to === home;
  const open = GROUPS.map(({ name, pages }) => ({ name, items: homeFirst(pages.filter(({ opensTo }) => opensTo(viewer)), isHome) }));
  return homeFirst(open.filter(({ items }) => items.length > 0), ({ items }) => items.some(isHome));
}

/** The same pages in one row. */
export const pagesOf = (viewer: Looker): readonly NavItem[] => groupsOf(viewer).flatMap(({ items }) => items);

/** Those that a phone has in the reach of a thumb; the rest are behind "More". */
export function phonePagesOf(viewer: Looker): readonly NavItem[] {
  const [home, ...rest] = pagesOf(viewer);
  if (home === undefined || rest.length <= PHONE_BAR) return home === undefined ? [] : [home, ...rest];
  const first = FIRST_ON_A_PHONE.flatMap((path) => rest.filter(({ to }) => to === path));
  return [home, ...first].slice(0, PHONE_BAR);
}

/** What else they may open, apart from the analysis. */
export function asidePagesOf(viewer: Looker): readonly Pick<NavItem, "to" | "label">[] {
  return [
    ...(isStaff(viewer) ? [{ to: "/alerts", label: "Your alerts" }, { to: "/admin/people", label: "Administration" }] : []),
    ...(viewer === null ? [] : [{ to: "/account", label: "Your account" }]),
  ];
}
