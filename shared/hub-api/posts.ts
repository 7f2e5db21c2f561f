/** All that the page's first sight shows: the hub, its copies, the totals, and each post. Instants are epoch milliseconds. */
import * as v from 'valibot'
import { hashSchema } from '../sync/schemas.ts'
import { kioskStatusSchema } from './kiosk-status.ts'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** What was written on the province's day that it is now. */
const todaySchema = v.object({ entries: count, crossings: count })
export type Today = v.InferOutput<typeof todaySchema>

const postSchema = v.object({ ...kioskStatusSchema.entries, today: todaySchema })
export type Post = v.InferOutput<typeof postSchema>

export const postsSchema = v.object({
  /** By the hub's clock: what ages are counted from. */
  now: v.number(),
  hub: v.object({
    name: v.string(),
    /** SHA-256 of its signing key's text: what is compared with a checkpoint's screen. */
    fingerprint: hashSchema,
    version: v.string(),
    /** Whether the province has a recovery key. */
    hasRecovery: v.boolean(),
    /** Where checkpoints reach it, as whoever opened it said; null: nobody did. */
    address: v.nullable(v.string()),
  }),
  /** Which database it runs on. */
  server: v.picklist(['own', 'elsewhere']),
  backup: v.object({
    /** When the newest copy was made that was restored elsewhere and compared; null: there is none. */
    at: v.nullable(v.number()),
    /** Entries that lie in no such copy. */
    waiting: count,
    /** When a newer copy was made that nobody has restored yet; null: there is none. */
    untried: v.nullable(v.number()),
  }),
  /** Of real checkpoints alone; practice stands apart. */
  totals: v.object({
    entriesToday: count,
    crossingsToday: count,
    /** Entries that checkpoints have and the hub has not, as far as they said. */
    backlog: count,
    alerts: count,
  }),
  posts: v.array(postSchema),
})
export type Posts = v.InferOutput<typeof postsSchema>
