/** Where the hub's page asks for what. One origin serves the page and these; everything under them is JSON. */
import type { KioskDeed } from './kiosk-deeds.ts'

export const pagePaths = {
  /**
   * GET who is signed in, POST signs in, DELETE signs out. GET is also how the page says that somebody is there: other GETs, which
   * it sends by itself, keep no session open.
   */
  session: '/v1/page/session',
  /** POST a new password of one's own. */
  password: '/v1/page/session/password',
  /** GET how all is. */
  posts: '/v1/page/posts',
  /** GET what nobody has acknowledged. */
  alerts: '/v1/page/alerts',
  /** POST that alerts of one checkpoint were seen. */
  acknowledge: '/v1/page/alerts/acknowledge',
  /** POST an invitation for one checkpoint. */
  invitations: '/v1/page/invitations',
} as const

/** POST a decision about one checkpoint. */
export const deedPath = (enrolment: string, deed: KioskDeed): string => `/v1/page/kiosks/${enrolment}/${deed}`

/** What a changing request carries beside its cookie: a page of another origin cannot send it unasked. */
export const pageHeader = { 'x-chot-page': '1' } as const
