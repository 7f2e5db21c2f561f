/** Everything that the page asks of the hub, by name. */
import * as v from 'valibot'
import { acknowledgedSchema, alertsSchema, type Acknowledgement, type Alert } from '../../../shared/hub-api/alerts.ts'
import { invitedSchema, type Invited, type Inviting } from '../../../shared/hub-api/invitations.ts'
import { deedDoneSchema, type DeedDone, type KioskDeed } from '../../../shared/hub-api/kiosk-deeds.ts'
import { deedPath, pagePaths } from '../../../shared/hub-api/page-paths.ts'
import { postsSchema, type Posts } from '../../../shared/hub-api/posts.ts'
import { sessionSchema, type PasswordChange, type Session, type SignIn } from '../../../shared/hub-api/session.ts'
import { ask, type Answer, type Fetch } from './ask.ts'

export interface Hub {
  session: () => Promise<Answer<Session>>
  signIn: (given: SignIn) => Promise<Answer<Session>>
  signOut: () => Promise<Answer<unknown>>
  changePassword: (change: PasswordChange) => Promise<Answer<unknown>>
  posts: () => Promise<Answer<Posts>>
  alerts: () => Promise<Answer<Alert[]>>
  acknowledge: (seen: Acknowledgement) => Promise<Answer<unknown>>
  invite: (inviting: Inviting) => Promise<Answer<Invited>>
  /** @param waiting how many entries lie on its laptop alone, as it was shown */
  decide: (enrolment: string, deed: KioskDeed, waiting: number) => Promise<Answer<DeedDone>>
}

/** The hub behind the page's origin. */
export function hubOf(fetch: Fetch): Hub {
  const anything = v.unknown()
  const { session, password, posts, alerts, acknowledge, invitations } = pagePaths
  return {
    session: () => ask(fetch, { path: session, schema: sessionSchema }),
    signIn: (body) => ask(fetch, { path: session, method: 'POST', body, schema: sessionSchema }),
    signOut: () => ask(fetch, { path: session, method: 'DELETE', schema: anything }),
    changePassword: (body) => ask(fetch, { path: password, method: 'POST', body, schema: anything }),
    posts: () => ask(fetch, { path: posts, schema: postsSchema }),
    alerts: () => ask(fetch, { path: alerts, schema: alertsSchema }),
    acknowledge: (body) => ask(fetch, { path: acknowledge, method: 'POST', body, schema: acknowledgedSchema }),
    invite: (body) => ask(fetch, { path: invitations, method: 'POST', body, schema: invitedSchema }),
    decide: (enrolment, deed, waiting) =>
      ask(fetch, { path: deedPath(enrolment, deed), method: 'POST', body: { waiting }, schema: deedDoneSchema }),
  }
}
