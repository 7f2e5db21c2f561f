/**
 * `card.json`: the number of this kiosk's newest command card, with a MAC under the key of its marks, so that nobody without
 * the profile's secret gives it another. Where it is gone or is none of ours, the first card counts as the newest until a
 * newer one is scanned.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import * as v from 'valibot'
import { mostCards } from '../../shared/domain/command-code.ts'
import { parseJsonBytes, readForeignFileIfThere, replaceOwnFile } from '../files/index.ts'

/** Bytes; what is written is a quarter of that. */
const largest = 512

const fileSchema = v.strictObject({
  card: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostCards)),
  mac: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})

const fileIn = (profile: string): string => join(profile, 'card.json')

/** No word of a command begins so: what is marked here is never a mark there. */
const macOf = (key: Uint8Array, card: number): Buffer =>
  createHmac('sha256', key).update(`chot newest card ${card}`, 'latin1').digest()

export function readCardNumber(profile: string, key: Uint8Array): number {
  try {
    const file = readForeignFileIfThere(fileIn(profile), largest)
    if (!file) return 1
    const { card, mac } = v.parse(fileSchema, parseJsonBytes(file.bytes))
    return timingSafeEqual(Buffer.from(mac, 'hex'), macOf(key, card)) ? card : 1
  } catch {
    return 1
  }
}

/** @throws the system's error */
export function writeCardNumber(profile: string, key: Uint8Array, card: number): void {
  replaceOwnFile(fileIn(profile), `${JSON.stringify({ card, mac: macOf(key, card).toString('hex') }, null, 2)}\n`)
}
