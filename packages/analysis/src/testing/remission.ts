/**
 * Weeks in remission under 6-mercaptopurine: Freireich et al. (1963), Blood 21(6), 699–716, the worked example of most
 * survival texts.
 */
export const remission = [
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map((time) => ({ time, event: true })),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((time) => ({ time, event: false })),
];
