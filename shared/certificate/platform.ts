/** What decoding needs of the platform it runs on. */

/** Inflates a whole zlib stream (RFC 1950) and nothing after it. */
export interface Platform {
  /**
   * @param limit the most bytes that may come out; it must stop there, not afterwards
   * @returns null where the stream is damaged or does not end with the input, `too-large` beyond the limit
   */
  inflateZlib(bytes: Uint8Array, limit: number): Uint8Array | null | 'too-large'
}
