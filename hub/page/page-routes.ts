/** All that the hub's page may ask. Who may is said here and nowhere else. */
import * as v from 'valibot'
import { acknowledgedSchema, acknowledgementSchema, alertsSchema } from '../../shared/hub-api/alerts.ts'
import { invitedSchema, invitingSchema } from '../../shared/hub-api/invitations.ts'
import { decidingSchema, deedDoneSchema, kioskDeeds } from '../../shared/hub-api/kiosk-deeds.ts'
import { pagePaths } from '../../shared/hub-api/page-paths.ts'
import { postsSchema } from '../../shared/hub-api/posts.ts'
import { passwordChangeSchema, sessionSchema, signInSchema, type Session } from '../../shared/hub-api/session.ts'
import { enrolmentSchema } from '../../shared/sync/schemas.ts'
import type { Account } from '../accounts/accounts.ts'
import { endSession } from '../accounts/sessions.ts'
import { choosePassword, signIn } from '../accounts/sign-in.ts'
import { decide } from '../kiosks/decide.ts'
import { readKiosk } from '../kiosks/kiosk-row.ts'
import { acknowledge } from '../kiosks/withdraw.ts'
import { readAlerts } from './alerts.ts'
import { inviteFromPage } from './inviting.ts'
import { readPosts } from './posts.ts'
import { asking, saying, signedIn, type PageRoute } from './route.ts'

const deedParams = { enrolment: enrolmentSchema, deed: v.picklist(kioskDeeds) }

const notFound = { refused: { code: 'not-found' } } as const

const sessionOf = ({ name, role, mustChange }: Account): Session => ({ name, role, mustChange })

export const pageRoutes: readonly PageRoute[] = [
  saying({
    method: 'POST',
    path: pagePaths.session,
    summary: 'Signs in; the answer sets the cookie.',
    who: 'anybody',
    body: signInSchema,
    answer: sessionSchema,
    refuses: ['wrong-sign-in', 'wait'],
    async act({ ground, body, address }) {
      const signed = await signIn(ground, body, address)
      return 'code' in signed ? { refused: signed } : { answer: sessionOf(signed.account), token: signed.token }
    },
  }),
  asking({
    method: 'GET',
    path: pagePaths.session,
    summary: 'Says who is signed in, and counts as somebody being there.',
    who: 'signed-in',
    answer: sessionSchema,
    act: async (asked) => ({ answer: sessionOf(signedIn(asked)) }),
  }),
  asking({
    method: 'DELETE',
    path: pagePaths.session,
    summary: 'Signs out.',
    who: 'signed-in',
    answer: v.null(),
    async act(asked) {
      await endSession(asked.ground.pool, signedIn(asked))
      return { answer: null, token: null }
    },
  }),
  saying({
    method: 'POST',
    path: pagePaths.password,
    summary: 'Chooses a password; every other session of the account ends.',
    who: 'signed-in',
    body: passwordChangeSchema,
    answer: sessionSchema,
    refuses: ['wrong-password', 'weak-password', 'wait'],
    async act(asked) {
      const session = signedIn(asked)
      const chosen = await choosePassword(asked.ground, session, asked.body, asked.address)
      return chosen === 'chosen' ? { answer: { ...sessionOf(session), mustChange: false } } : { refused: chosen }
    },
  }),
  asking({
    method: 'GET',
    path: pagePaths.posts,
    summary: 'Says how every checkpoint is, what came today, and what is backed up.',
    who: 'viewer',
    answer: postsSchema,
    act: async ({ ground, options }) => ({ answer: await readPosts(ground, options.address) }),
  }),
  asking({
    method: 'GET',
    path: pagePaths.alerts,
    summary: 'Says what nobody has acknowledged.',
    who: 'viewer',
    answer: alertsSchema,
    act: async ({ ground }) => ({ answer: await readAlerts(ground) }),
  }),
  saying({
    method: 'POST',
    path: pagePaths.acknowledge,
    summary: 'Says that the alerts of a checkpoint were seen, up to one.',
    who: 'admin',
    body: acknowledgementSchema,
    answer: acknowledgedSchema,
    act: async ({ ground, body }) => ({
      answer: { acknowledged: await acknowledge(ground, body.enrolment, body.through) },
    }),
  }),
  saying({
    method: 'POST',
    path: pagePaths.invitations,
    summary: 'Invites a checkpoint.',
    who: 'admin',
    body: invitingSchema,
    answer: invitedSchema,
    refuses: ['name-taken'],
    async act({ ground, options, body }) {
      const invited = await inviteFromPage(ground, body, options.ca)
      return invited === 'name-taken' ? { refused: { code: 'name-taken' } } : { answer: invited }
    },
  }),
  saying({
    method: 'POST',
    path: '/v1/page/kiosks/:enrolment/:deed',
    summary: 'Revokes, releases, replaces or reports lost a checkpoint.',
    who: 'admin',
    params: deedParams,
    body: decidingSchema,
    answer: deedDoneSchema,
    refuses: ['not-found', 'entries-wait'],
    async act({ ground, params, body }) {
      const { enrolment, deed } = v.parse(v.object(deedParams), params)
      const kiosk = await readKiosk(ground.pool, enrolment)
      if (!kiosk) return notFound
      const decided = await decide(ground, kiosk, deed, body.waiting)
      return 'refused' in decided ? { refused: { code: decided.refused } } : { answer: decided }
    },
  }),
]
