/**
 * Every bound on what a trust folder or repository may make a kiosk read, keep or try. Some of it is read before any
 * signature is checked, from a stick that anybody may have filled, so that each bound is what an authority of a country
 * could need, and not what this program could bear.
 */
const kilobyte = 1024
const megabyte = 1024 * kilobyte

/** Bytes by target name. */
export type TargetLimits = ReadonlyMap<string, number>

/**
 * The files that a kiosk believes in, and how large each may be. Others are not even fetched. Any may be absent from a
 * publication. A name that is added here is missing from the stores of before, whose publications may list it: until
 * their next update they count as damaged.
 */
export const trustTargetLimits: TargetLimits = new Map([
  ['keys.json', 16 * megabyte],
  ['rules.json', 8 * megabyte],
  ['value-sets.json', 4 * megabyte],
  ['policy.json', 1 * megabyte],
  // 4,000,000 hashes of 16 bytes and a header.
  ['revocations.bin', 62 * megabyte],
])

/**
 * Metadata, in bytes. A root and a list of delegations are read with work that grows with the square of their keys,
 * before anything is verified: 64 KiB hold a thousand keys and take a tenth of a second, 512 KiB took thirteen.
 */
export const metadataLimits = {
  root: 64 * kilobyte,
  timestamp: 16 * kilobyte,
  snapshot: 64 * kilobyte,
  targets: 64 * kilobyte,
} as const

/** Roots that one update may step over: a kiosk may have been in a drawer for years. */
export const mostRootRotations = 256

/** Roles that are asked for one file. Our own authority delegates none. */
export const mostDelegations = 32

/** Generations in a store that are looked at: two stay, a third is being made. */
export const mostGenerations = 8

/** Names of generations of which one file is looked at, to see whether they are one: 4 MiB in all, a tenth of a second. */
export const mostNamesLooked = 256

/** Bytes of the file that points to a generation: it holds two names. */
export const largestPointer = 4 * kilobyte

/** Files that nobody listed are said one by one, up to so many: one is enough to go and look. */
export const mostForeignNames = 8

/** Keys in a set. All of Europe's lists together had three thousand. */
export const mostKeys = 50_000

/**
 * Keys of one identifier that are tried for a code, as identifiers are short and may collide, and as many that have none.
 * Each takes a tenth of a millisecond while a queue waits. In the lists that states published hardly an identifier has two.
 */
export const mostKeysTried = 16

/** Certificates in an entry's `x5c`: the signer's, its authority's, and two between. Only the first is read. */
export const mostCertificatesInChain = 4

/** Characters of one certificate in base64: those of states take 1,000 to 3,000. */
export const longestCertificate = 16 * kilobyte

/** Bits of an RSA modulus. Fewer can be broken (SP 800-131A §6); more are nobody’s, and take milliseconds each time. */
export const rsaBits = { least: 2048, most: 8192 } as const
