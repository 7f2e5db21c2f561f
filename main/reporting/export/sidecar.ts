/** The small file beside a report that proves it. */

/** Beside which file it lies is told by its name. */
export const sidecarOf = (file: string): string => `${file}.chot.json`

/** The longest that is read, in bytes: an entry whose reason is of the longest, escaped, several times over. */
export const longestSidecar = 256 * 1024
