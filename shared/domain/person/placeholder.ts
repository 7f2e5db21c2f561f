/** What is written into a field that has nothing to say. */

/** Whether a text holds no letter and no digit of any script: `-`, `...`, `/`, and nothing at all. */
export function isPlaceholder(text: string): boolean {
  // Nearly every text shows at once that it is none, which costs a fifth of asking for any script's letters.
  return !/[0-9A-Za-z]/.test(text) && !/[\p{L}\p{N}]/u.test(text)
}
