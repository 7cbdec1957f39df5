import { geoAlbersUsa, geoPath, type GeoPermissibleObjects } from "d3-geo";
import { feature } from "topojson-client";
import atlas from "us-atlas/states-albers-10m.json";
import type { Spot } from "./stateMark";

export interface Outline {
  readonly code: string;
  /** The outline as SVG writes it. */
  readonly path: string;
  readonly middle: Spot;
  /** Of the outline, in square units of the drawing. */
  readonly area: number;
}

/** The drawing's width and height; the outlines come projected to it. */
export const MAP_SIZE = { width: 975, height: 610 } as const;

const POSTAL =
  "01AL02AK04AZ05AR06CA08CO09CT10DE11DC12FL13GA15HI16ID17IL18IN19IA20KS21KY22LA23ME24MD25MA26MI27MN28MS29MO30MT31NE32NV33NH34NJ35NM36NY37NC38ND39OH40OK41OR42PA44RI45SC46SD47TN48TX49UT50VT51VA53WA54WV55WI56WY";
const CODE_OF = new Map([...POSTAL.matchAll(/(\d\d)([A-Z]{2})/g)].map(([, fips = "", code = ""]) => [fips, code]));

const plane = geoPath(null);

/** The states' outlines, from the Census Bureau's cartographic boundary files, in Albers' equal-area projection. */
export const OUTLINES: readonly Outline[] = statesOf().flatMap((each) => {
  const code = CODE_OF.get(String(each.id).padStart(2, "0"));
  return code === undefined ? [] : [{ code, path: plane(each) ?? "", middle: plane.centroid(each), area: plane.area(each) }];
});

/** The file says that it is a topology in plain text, which its type does not know. */
function statesOf(): readonly (GeoPermissibleObjects & { readonly id: string })[] {
  const topology = atlas as unknown as Parameters<typeof feature>[0];
  const states = topology.objects["states"];
  return states === undefined ? [] : (feature(topology, states) as unknown as { readonly features: ReturnType<typeof statesOf> }).features;
}

const project = geoAlbersUsa().scale(1300).translate([487.5, 305]);

/** Where a place falls on the drawing, by degrees; null outside the states. */
export const spotOf = (lon: number, lat: number): Spot | null => project([lon, lat]);

/** A circle of so many kilometres as an outline on the drawing; null where it lies outside the states. */
export function ringOf(lon: number, lat: number, km: number): string | null {
  const spots = Array.from({ length: 48 }, (_, index) => onCircle(lon, lat, km, (index / 48) * 2 * Math.PI)).map(([x, y]) => spotOf(x, y));
  const inside = spots.filter((spot) => spot !== null);
  return inside.length < spots.length / 2 ? null : `M${inside.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}Z`;
}

const EARTH_KM = 6371.0088;

/** The place a distance from another, in a direction, on a sphere. */
function onCircle(lon: number, lat: number, km: number, bearing: number): Spot {
  const [x, y, angle] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180, km / EARTH_KM];
  const north = Math.asin(Math.sin(y) * Math.cos(angle) + Math.cos(y) * Math.sin(angle) * Math.cos(bearing));
  const east = x + Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(y), Math.cos(angle) - Math.sin(y) * Math.sin(north));
  return [(east * 180) / Math.PI, (north * 180) / Math.PI];
}
