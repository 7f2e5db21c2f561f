/** CBOR encoding, deterministic (RFC 8949 §4.2.1 lengths; map order as given), of what certificates are made of. */

export type Encodable =
  | number
  | string
  | Uint8Array
  | readonly Encodable[]
  | ReadonlyMap<number | string, Encodable>
  | { [key: string]: Encodable }

function head(major: number, argument: number): Buffer {
  if (argument < 24) return Buffer.from([(major << 5) | argument])
  if (argument < 0x100) return Buffer.from([(major << 5) | 24, argument])
  if (argument < 0x10000) return Buffer.from([(major << 5) | 25, argument >> 8, argument & 0xff])
  const bytes = Buffer.alloc(5)
  bytes[0] = (major << 5) | 26
  bytes.writeUInt32BE(argument, 1)
  return bytes
}

/**
 * Encodes a value. Numbers must be integers of at most 32 bits.
 * @throws RangeError
 */
export function encodeCbor(value: Encodable): Buffer {
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) throw new RangeError('only integers are encoded')
    return value < 0 ? head(1, -1 - value) : head(0, value)
  }
  if (typeof value === 'string') {
    const text = Buffer.from(value, 'utf8')
    return Buffer.concat([head(3, text.length), text])
  }
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(encodeCbor)])
  const pairs = value instanceof Map ? [...value] : Object.entries(value)
  return Buffer.concat([head(5, pairs.length), ...pairs.flatMap(([key, item]) => [encodeCbor(key), encodeCbor(item)])])
}
