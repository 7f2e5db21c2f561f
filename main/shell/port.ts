/** Port numbers as people type them. */

/** A TCP port, 0 (any) to 65535, or null for anything else. */
export function parsePort(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null
}
