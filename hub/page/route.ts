/** What one request of the page is: who may send it, what it says, and what is answered. */
import * as v from 'valibot'
import type { PageRefusal, RefusalCode } from '../../shared/hub-api/refusal.ts'
import type { OpenSession } from '../accounts/sessions.ts'
import type { HubGround } from '../ground.ts'
import type { PageOptions } from './page-options.ts'

/**
 * Who may send it: whoever likes, whoever is signed in, whoever is signed in with a password of their own, or of these an
 * admin.
 */
export type Who = 'anybody' | 'signed-in' | 'viewer' | 'admin'

/** A request that was let in. */
export interface Asked<B = unknown> {
  ground: HubGround
  options: PageOptions
  body: B
  /** Of the path. */
  params: unknown
  /** Null: nobody is signed in, which only a request of `anybody` hears of. */
  session: OpenSession | null
  /** The IP address that it comes from. */
  address: string
}

/** What comes of it. `token` opens a session that begins; null: the browser forgets its own. */
export type Outcome<A = unknown> = { answer: A; token?: string | null } | { refused: PageRefusal }

/** Who is signed in, where that was demanded. */
export function signedIn({ session }: Asked): OpenSession {
  if (!session) throw new Error('a request that demands a session was let in without one')
  return session
}

export interface PageRoute {
  method: 'GET' | 'POST' | 'DELETE'
  /** With `:name` for what is not always the same. */
  path: string
  summary: string
  who: Who
  /** What stands for each `:name`; null: there is none. */
  params: Readonly<Record<string, v.GenericSchema>> | null
  body: v.GenericSchema | null
  /** Null: there is nothing to say. */
  answer: v.GenericSchema | null
  /** Beside those that follow from `who` and from there being something to understand. */
  refuses: readonly RefusalCode[]
  act: (asked: Asked) => Promise<Outcome>
}

type Saying = Pick<PageRoute, 'method' | 'path' | 'summary' | 'who'> & Partial<Pick<PageRoute, 'params' | 'refuses'>>

/** A request without a body. */
export function asking<A>({
  answer,
  act,
  ...said
}: Saying & {
  answer: v.GenericSchema<unknown, A>
  act: (asked: Asked) => Promise<Outcome<A>>
}): PageRoute {
  return { params: null, refuses: [], ...said, body: null, answer, act }
}

/** A request that says something, and hears something where that is named. */
export function saying<B, A = null>({
  body,
  answer = null,
  act,
  ...said
}: Saying & {
  body: v.GenericSchema<unknown, B>
  answer?: v.GenericSchema<unknown, A> | null
  act: (asked: Asked<B>) => Promise<Outcome<A>>
}): PageRoute {
  return {
    params: null,
    refuses: [],
    ...said,
    body,
    answer,
    act: (asked) => act({ ...asked, body: v.parse(body, asked.body) }),
  }
}
