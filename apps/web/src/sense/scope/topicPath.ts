/** The page of one topic. */
export const topicPath = (code: string): string => `/topics/${encodeURIComponent(code)}`;
