/**
 * Arrays as PostgreSQL sends them itself (its `array_recv`): a batch's columns need no quoting here and no parsing there, which is
 * most of the work that storing text takes. A parameter that is a Buffer travels in binary form.
 */

/** How one element is written. */
export interface Element<T> {
  /** PostgreSQL's number of its type (`pg_type.oid`, which never changes). */
  oid: number
  /** In bytes. */
  size: (value: T) => number
  write: (into: Buffer, value: T, at: number) => void
}

const millisecondsADay = 86_400_000

/** PostgreSQL counts days from here. */
const firstDay = Date.UTC(2000, 0, 1)

/** UTF-8. */
export const text: Element<string> = {
  oid: 25,
  size: (value) => Buffer.byteLength(value),
  write: (into, value, at) => into.write(value, at),
}

/** Bytes from lower-case hex. */
export const bytea: Element<string> = {
  oid: 17,
  size: (value) => value.length / 2,
  write: (into, value, at) => into.write(value, at, 'hex'),
}

/** A whole number that JavaScript holds exactly. */
export const bigint: Element<number> = {
  oid: 20,
  size: () => 8,
  write: (into, value, at) => into.writeBigInt64BE(BigInt(value), at),
}

/** A UUID in its 36 signs. */
export const uuid: Element<string> = {
  oid: 2950,
  size: () => 16,
  write: (into, value, at) => into.write(value.replaceAll('-', ''), at, 'hex'),
}

/** A calendar day: `2026-11-29`. */
export const date: Element<string> = {
  oid: 1082,
  size: () => 4,
  write: (into, value, at) => into.writeInt32BE((Date.parse(value) - firstDay) / millisecondsADay, at),
}

/** Dimensions, whether some are null, the type, how many, the index of the first: four bytes each. */
const headSize = 20

/** An array of one dimension; null is null. */
export function binaryArray<T>({ oid, size, write }: Element<T>, values: readonly (T | null)[]): Buffer {
  const sizes = values.map((value) => (value === null ? -1 : size(value)))
  const bytes = sizes.reduce((sum, each) => sum + 4 + Math.max(each, 0), headSize)
  const array = Buffer.allocUnsafe(bytes)
  array.writeInt32BE(1, 0)
  array.writeInt32BE(sizes.includes(-1) ? 1 : 0, 4)
  array.writeInt32BE(oid, 8)
  array.writeInt32BE(values.length, 12)
  array.writeInt32BE(1, 16)
  let at = headSize
  for (const [index, value] of values.entries()) {
    const length = sizes[index] ?? -1
    array.writeInt32BE(length, at)
    at += 4
    if (value === null) continue
    write(array, value, at)
    at += length
  }
  return array
}
