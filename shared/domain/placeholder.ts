/** What is written into a field that has nothing to say. */

/** Whether a text holds no letter and no digit of any script: `-`, `...`, `/`, and nothing at all. */
export function isPlaceholder(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}
