/** What decoding needs of the platform it runs on. */

/** Inflates one whole compressed stream and nothing after it. */
export interface Platform {
  /**
   * A zlib stream (RFC 1950).
   * @param limit the most bytes that may come out; it must stop there, not afterwards
   * @returns null where the stream is damaged or does not end with the input, `too-large` beyond the limit
   */
  inflateZlib(bytes: Uint8Array, limit: number): Uint8Array | null | 'too-large'
  /** A bare deflate stream (RFC 1951), without zlib's header and checksum; the same contract. */
  inflateRaw(bytes: Uint8Array, limit: number): Uint8Array | null | 'too-large'
}
