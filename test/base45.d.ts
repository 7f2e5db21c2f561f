/** The part of base45, an oracle of tests, that they use; it ships no types. */
declare module 'base45' {
  const base45: { encode(bytes: Uint8Array): string }
  export default base45
}
