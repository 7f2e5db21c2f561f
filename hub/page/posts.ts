/** How all posts are, and what of it is today's: the page's first sight. */
import type { Post, Posts, Today } from '../../shared/hub-api/posts.ts'
import packageJson from '../package.json' with { type: 'json' }
import type { HubGround } from '../ground.ts'
import { hubStatus } from '../status.ts'

const hour = 3_600_000
const day = 24 * hour

/** Viet Nam has one time zone and keeps it all year: a province's day begins at 17:00 UTC. */
const offset = 7 * hour

/** When the day began in which an instant lies, epoch milliseconds. */
export const dayBegan = (now: number): number => Math.floor((now + offset) / day) * day - offset

const none: Today = { entries: 0, crossings: 0 }

/**
 * What was written today, by checkpoint. What was written today has come today, so only what has come since is looked through;
 * a wrong clock can put an entry into another day, and its checkpoint's clock is in the list beside it.
 */
async function readToday({ pool, now }: HubGround): Promise<Map<string, Today>> {
  const { rows } = await pool.query<Today & { enrolment: string }>(
    `SELECT replace(enrolment::text, '-', '') AS enrolment, count(*)::float8 AS entries,
       count(*) FILTER (WHERE kind = 'crossing.recorded')::float8 AS crossings
     FROM entry_header WHERE received_at >= $1 AND at >= $1 AND at < $2 GROUP BY enrolment`,
    [dayBegan(now()), dayBegan(now()) + day],
  )
  return new Map(rows.map(({ enrolment, ...today }) => [enrolment, today]))
}

async function readBackup({ pool }: HubGround): Promise<Posts['backup']> {
  const { rows } = await pool.query<Posts['backup']>(
    `SELECT max(made_at) FILTER (WHERE confirmed_at IS NOT NULL)::float8 AS at,
       max(made_at) FILTER (WHERE confirmed_at IS NULL)::float8 AS untried,
       (SELECT coalesce(sum(seq - coalesce(backed_seq, begins - 1)), 0)::float8 FROM kiosk_head) AS waiting FROM backup`,
  )
  const { at = null, untried = null, waiting = 0 } = rows[0] ?? {}
  return { at, waiting, untried: untried !== null && untried > (at ?? 0) ? untried : null }
}

const sum = (posts: readonly Post[], of: (post: Post) => number): number =>
  posts.reduce((total, post) => total + of(post), 0)

/** All that the first sight shows. @throws where the database does not answer */
export async function readPosts(ground: HubGround, address: string | null): Promise<Posts> {
  const [kiosks, today, backup] = await Promise.all([hubStatus(ground), readToday(ground), readBackup(ground)])
  const posts = kiosks.map((kiosk) => ({ ...kiosk, today: today.get(kiosk.enrolment) ?? none }))
  const real = posts.filter(({ mode }) => mode === 'real')
  const { hub, fingerprint, hasRecovery } = ground.keys
  return {
    now: ground.now(),
    hub: { name: hub, fingerprint, version: packageJson.version, hasRecovery, address },
    server: ground.server,
    backup,
    totals: {
      entriesToday: sum(real, (post) => post.today.entries),
      crossingsToday: sum(real, (post) => post.today.crossings),
      backlog: sum(real, (post) => post.backlog ?? 0),
      alerts: sum(real, (post) => post.alerts),
    },
    posts,
  }
}
