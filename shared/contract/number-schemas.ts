/** Numbers as they cross between the renderer and the program behind it. */
import * as v from 'valibot'

/** Epoch milliseconds. */
export const instant = v.pipe(v.number(), v.finite())

/** How many there are of something. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Of an entry, or of something in an open crossing: the first is 1. */
export const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
