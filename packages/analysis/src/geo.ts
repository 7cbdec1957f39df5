/** A place on the globe, in degrees. */
export interface Place {
  readonly lat: number;
  readonly lon: number;
}

/** Mean radius of the earth, (2a + b) / 3 of the WGS 84 ellipsoid, in kilometres (Moritz, 2000, J. Geodesy 74, 128–133). */
export const EARTH_KM = 6371.0088;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * The angle at the earth's centre between two places, in radians. The haversine keeps its digits where places lie close together.
 *
 * @throws RangeError unless latitudes lie in [−90, 90] and longitudes are finite.
 * @see Sinnott (1984), Virtues of the haversine, Sky and Telescope 68(2), 159.
 */
export function centralAngle(one: Place, other: Place): number {
  for (const { lat, lon } of [one, other]) {
    if (!(Math.abs(lat) <= 90) || !Number.isFinite(lon)) throw new RangeError(`there is no place at ${lat}, ${lon}`);
  }
  const up = Math.sin(radians(other.lat - one.lat) / 2) ** 2;
  const across = Math.sin(radians(other.lon - one.lon) / 2) ** 2;
  const half = up + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * across;
  return 2 * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Great-circle distance in kilometres, on a sphere of the earth's mean radius: off by 0.5% at most. */
export const greatCircleKm = (one: Place, other: Place): number => EARTH_KM * centralAngle(one, other);
