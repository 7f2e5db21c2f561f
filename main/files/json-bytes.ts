/** Text, and JSON, as editors save it. */

/** Editors on Windows put a byte order mark in front, and some save UTF-16, which only its mark tells. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/**
 * The text of a file, without the mark in front.
 * @throws TypeError where it is no text in its encoding
 */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
}

/**
 * The value of a JSON file (RFC 8259). §8.1 lets a reader pass over a byte order mark: a file does not become another
 * one because an editor saved it.
 * @throws SyntaxError where it is no JSON, TypeError where it is no text in its encoding
 */
export function parseJsonBytes(bytes: Uint8Array): unknown {
  return JSON.parse(textOf(bytes))
}
