/**
 * The orders that officers go by: what a result must show, and what the lane may do alone. They change with what is
 * published, and also by themselves, where numbers were published for a later date.
 */
import * as v from 'valibot'

const hours = v.nullable(v.number())
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** The orders in force at one instant, as an entry keeps them. */
export const ordersSchema = v.object({
  /** The name of the rules' policy: "bac-giang". */
  policy: v.string(),
  /** How old a result may be, by its method, in hours; null: such results are not taken. */
  naatHours: hours,
  rapidHours: hours,
  /** What the hours are counted from; null: no numbers are in force yet. */
  clockStart: v.nullable(v.picklist(['sample', 'result'])),
  /** How many doses a vaccination certificate must show; null: it is not asked. */
  doses: v.nullable(v.number()),
  /** Within how many minutes the same vehicle or person is asked about; null: never. */
  repeatWithinMinutes: v.nullable(v.number()),
  /** Whether decisions may be recorded while nobody is signed in. */
  signedOutLane: v.boolean(),
  /** Whether one who is alone may admit by words in an emergency. */
  emergencies: v.boolean(),
  /** SHA-256 in hex of the rules in force, and of all else that the orders say. */
  rules: digest,
  rest: digest,
})
export type Orders = v.InferOutput<typeof ordersSchema>

/** What of the orders may change, in the order in which it is told. */
export const orderNames = [
  'policy',
  'naatHours',
  'rapidHours',
  'clockStart',
  'doses',
  'repeatWithinMinutes',
  'signedOutLane',
  'emergencies',
  'rules',
  'rest',
] as const satisfies readonly (keyof Orders)[]

const value = v.nullable(v.union([v.string(), v.number(), v.boolean()]))

/** One change. Of `rules` and `rest`, which are known by their hash alone, neither value is said. */
export const orderChangeSchema = v.strictObject({ what: v.picklist(orderNames), was: value, is: value })
export type OrderChange = v.InferOutput<typeof orderChangeSchema>

/** What differs between two orders; none: they are the same. */
export function orderChanges(was: Orders, is: Orders): OrderChange[] {
  return orderNames
    .filter((what) => was[what] !== is[what])
    .map((what) =>
      what === 'rules' || what === 'rest' ? { what, was: null, is: null } : { what, was: was[what], is: is[what] },
    )
}
