/** Builders of what the hub's page is told. */
import type { Alert } from '../../../shared/hub-api/alerts.ts'
import type { Invited } from '../../../shared/hub-api/invitations.ts'
import type { Post, Posts } from '../../../shared/hub-api/posts.ts'
import type { Session } from '../../../shared/hub-api/session.ts'
import { day, hour, minute, now } from '../clock.ts'

const fingerprint = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

export const admin: Session = { name: 'quantri', role: 'admin', mustChange: false }
export const viewer: Session = { name: 'truc-ban', role: 'viewer', mustChange: false }

let made = 0

/** A real post that was heard of a minute ago and has sent everything. */
export function aPost(given: Partial<Post> = {}): Post {
  made += 1
  return {
    name: `Chốt ${made}`,
    enrolment: made.toString(16).padStart(32, '0'),
    mode: 'real',
    state: 'enrolled',
    until: now + day,
    by: 'wire',
    epoch: 'ab'.repeat(32),
    head: 12_345,
    entries: 12_345,
    epochs: 1,
    ownHead: 12_345,
    backlog: 0,
    oldestWaiting: null,
    lastContact: now - minute,
    way: 'wire',
    version: '0.1.0',
    trust: { keys: 7, rules: 3, revocations: 41 },
    clock: { doubt: null, offset: 300 },
    flagged: 0,
    kept: 0,
    forks: 0,
    quarantined: 0,
    held: 0,
    backedUp: 12_000,
    alerts: 0,
    today: { entries: 1_204, crossings: 311 },
    ...given,
  }
}

/** What the first sight shows, with these posts. */
export function somePosts(posts: readonly Post[], given: Partial<Posts> = {}): Posts {
  return {
    now,
    hub: {
      name: '3b7c1f0e9a6d4c52',
      fingerprint,
      version: '0.1.0',
      hasRecovery: true,
      address: 'https://hub.bacgiang.gov.vn',
    },
    server: 'own',
    backup: { at: now - 6 * hour, waiting: 812, untried: null },
    totals: { entriesToday: 9_120, crossingsToday: 2_377, backlog: 428, alerts: 2 },
    posts: [...posts],
    ...given,
  }
}

/** A post that was invited and has never been heard of. */
const unheard = {
  state: 'invited',
  head: 0,
  entries: 0,
  epochs: 0,
  epoch: null,
  ownHead: null,
  backlog: null,
  lastContact: null,
  way: null,
  version: null,
  trust: null,
  clock: null,
  backedUp: 0,
  today: { entries: 0, crossings: 0 },
} satisfies Partial<Post>

/** One of each kind that the list tells apart. */
export const everyKind: readonly Post[] = [
  aPost({ name: 'Km 98, Quốc lộ 1' }),
  aPost({ name: 'Cầu Như Nguyệt', alerts: 2, forks: 1, flagged: 3 }),
  aPost({
    name: 'Bến đò Lục Nam',
    by: 'stick',
    way: 'stick',
    lastContact: now - 2 * day,
    version: '0.0.9',
    clock: { doubt: null, offset: null },
  }),
  aPost({ name: 'Xương Giang', lastContact: now - 12 * minute, backlog: 428, oldestWaiting: now - hour }),
  aPost({ name: 'Tân Dĩnh', lastContact: now - 3 * hour }),
  aPost({ name: 'Hố Cao', clock: { doubt: 'behind-journal', offset: -420_000 } }),
  aPost({ name: 'Đồng Tâm', ...unheard }),
  aPost({ name: 'Bố Hạ', ...unheard, until: now - hour }),
  aPost({ name: 'Lam Cốt', state: 'revoked', held: 5, lastContact: now - hour }),
  aPost({ name: 'Nham Biền', state: 'lost', lastContact: now - 9 * day, today: { entries: 0, crossings: 0 } }),
  aPost({ name: 'Tập huấn Bắc Giang', mode: 'practice' }),
]

/** The alerts of the post that has some. */
export const someAlerts: readonly Alert[] = [
  { number: 4, kind: 'fork', seq: 12_001, raisedAt: now - 20 * minute },
  { number: 3, kind: 'hub-went-back', seq: 11_871, raisedAt: now - 3 * hour },
].map((alert) => ({ enrolment: '2'.padStart(32, '0'), name: 'Cầu Như Nguyệt', mode: 'real', ...alert }) as Alert)

export const anInvited: Invited = {
  enrolment: 'f'.repeat(32),
  name: 'Km 7, đường tỉnh 295B',
  mode: 'real',
  invitation: '{"chot":"invitation"}',
  qr: `CHOT-ENROL:1 0123-4567-89AB-CDEF ${fingerprint} - https://hub.bacgiang.gov.vn`,
  fingerprint,
  until: now + day,
}
