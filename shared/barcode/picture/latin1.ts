/** The text of some bytes of a file, one character a byte; a few hundred of them at most. */
export const latin1 = (file: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...file.subarray(from, to))
