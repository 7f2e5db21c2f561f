/** The hub's page: how the posts are, what is decided about one, who is invited. */
import { deedPath, pagePaths } from '../../../shared/hub-api/page-paths.ts'
import type { Session } from '../../../shared/hub-api/session.ts'
import { hour, now } from '../clock.ts'
import { admin, anInvited, aPost, everyKind, someAlerts, somePosts, viewer } from '../hub/a-hub.ts'
import { answers, refuses, unreachable, type HubAnswers } from '../hub/stub-hub.ts'
import type { HandStep, HubState } from '../state.ts'
import { presses, touches, until, writes } from '../steps.ts'

const { session, posts, alerts, invitations } = pagePaths

const at = (name: string, title: string, hub: HubAnswers, ...steps: readonly HandStep[]): HubState => ({
  name: `hub-${name}`,
  title,
  hub,
  steps,
})

const seen = until('[data-testid="posts"]')
const key = (name: string): HandStep => touches(`[data-testid="${name}"]`)
const signedIn = (who: Session): HubAnswers => ({ [`GET ${session}`]: () => answers(who) })
const signedOut: HubAnswers = { [`GET ${session}`]: () => refuses('signed-out') }
const typed: readonly HandStep[] = [
  until('[data-testid="sign-in"]'),
  writes('input[autocomplete="username"]', 'quantri'),
  writes('input[autocomplete="current-password"]', 'mat khau cu'),
  key('sign-in-do'),
]

const forked = everyKind.find(({ alerts: count }) => count > 0) ?? aPost()
const held = everyKind.find(({ held: count }) => count > 0) ?? aPost()
const good = everyKind[0] ?? aPost()
const opens = (name: string): readonly HandStep[] => [
  seen,
  touches(`[data-name="${name}"] button`),
  until('[data-testid="post-details"]'),
]
const lost = {
  enrolment: good.enrolment,
  name: good.name,
  released: null,
  lost: {
    at: now,
    deadline: now + 72 * hour,
    exposed: {
      people: 8_112,
      crossings: 4_020,
      entries: 9_331,
      from: now - 700 * hour,
      through: now,
      unread: 12,
      notHere: 40,
    },
  },
}
const invite: readonly HandStep[] = [
  seen,
  key('nav-enrol'),
  until('[data-testid="enrol-part"]'),
  writes('[data-testid="enrol-part"] input', 'Km 7, đường tỉnh 295B'),
  key('enrol-invite'),
  until('[data-testid="invitation"]'),
]
const code: HubAnswers = { [`POST ${invitations}`]: () => answers(anInvited) }

export const hubStates: readonly HubState[] = [
  at('sign-in', 'nobody is signed in', signedOut, until('[data-testid="sign-in"]')),
  at(
    'sign-in-wrong',
    'the name or the password is wrong',
    { ...signedOut, [`POST ${session}`]: () => refuses('wrong-sign-in') },
    ...typed,
    until('[data-testid="refused"]'),
  ),
  at(
    'sign-in-wait',
    'too many have been tried',
    { ...signedOut, [`POST ${session}`]: () => refuses('wait', 60) },
    ...typed,
    until('[data-testid="refused"]'),
  ),
  at(
    'password',
    'the printed password has to be changed, and the new one is short',
    signedIn({ ...admin, mustChange: true }),
    until('[data-testid="change-password"]'),
    writes('input[autocomplete="current-password"]', 'da-in-ra'),
    writes('input[autocomplete="new-password"]', 'ngan'),
    key('password-do'),
    until('[data-testid="password-fault"]'),
  ),
  at('unreached', 'no hub answers at all', { [`GET ${session}`]: unreachable }, until('[data-testid="refused"]')),
  at('posts', 'one post of each kind', {}, seen),
  at(
    'posts-viewer',
    'who only looks, and there is no post',
    {
      ...signedIn(viewer),
      [`GET ${posts}`]: () => answers(somePosts([])),
    },
    until('[data-testid="posts-none"]'),
  ),
  at(
    'posts-none',
    'there is no post yet',
    { [`GET ${posts}`]: () => answers(somePosts([])) },
    until('[data-testid="posts-none"]'),
  ),
  at(
    'posts-away',
    'the database does not answer',
    { [`GET ${posts}`]: () => refuses('away') },
    until('[data-testid="refused"]'),
  ),
  at('post', 'a post that needs a person', {}, ...opens(forked.name)),
  at('post-viewer', 'the same, for who only looks', signedIn(viewer), ...opens(forked.name)),
  at(
    'post-revoke',
    'a post is to be revoked',
    {},
    ...opens(good.name),
    key('deed-revoke'),
    until('[data-testid="deed-ask"]'),
  ),
  at(
    'post-replace',
    'a laptop is to be replaced that has entries which have not come',
    {},
    ...opens('Xương Giang'),
    key('deed-replace'),
    until('[data-testid="deed-ask"]'),
  ),
  at(
    'post-replace-refused',
    'more has come to wait on the laptop than was shown when it was decided',
    { [`POST ${deedPath(good.enrolment, 'replace')}`]: () => refuses('entries-wait') },
    ...opens(good.name),
    key('deed-replace'),
    until('[data-testid="deed-ask"]'),
    presses('F6'),
    until('[data-testid="refused"]'),
  ),
  at(
    'post-release',
    'batches that were held are to be let in',
    {},
    ...opens(held.name),
    key('deed-release'),
    until('[data-testid="deed-ask"]'),
  ),
  at(
    'post-lost',
    'a laptop was reported lost: whom that exposes',
    { [`POST ${deedPath(good.enrolment, 'lost')}`]: () => answers(lost) },
    ...opens(good.name),
    key('deed-lost'),
    until('[data-testid="deed-ask"]'),
    presses('F6'),
    until('[data-testid="deed-done"]'),
  ),
  at(
    'post-refused',
    'the hub knows the post no longer',
    { [`POST ${deedPath(good.enrolment, 'revoke')}`]: () => refuses('not-found') },
    ...opens(good.name),
    key('deed-revoke'),
    until('[data-testid="deed-ask"]'),
    presses('F6'),
    until('[data-testid="refused"]'),
  ),
  at('alerts', 'what nobody has acknowledged', {}, seen, key('nav-alerts'), until('[data-testid="alerts-of"]')),
  at(
    'alerts-none',
    'somebody has seen everything',
    { [`GET ${alerts}`]: () => answers([]) },
    seen,
    key('nav-alerts'),
    until('[data-testid="alerts-part"]'),
  ),
  at('enrol', 'a post is to be invited', {}, seen, key('nav-enrol'), until('[data-testid="enrol-part"]')),
  at(
    'enrol-code',
    'the code, and the fingerprint that is compared',
    code,
    ...invite,
    until('[data-testid="enrol-qr"]'),
  ),
  at(
    'enrol-stick',
    'an invitation for a stick',
    { [`POST ${invitations}`]: () => answers({ ...anInvited, qr: null }) },
    ...invite,
  ),
  at(
    'enrol-came',
    'the post has enrolled',
    {
      ...code,
      [`GET ${posts}`]: () =>
        answers(somePosts([...everyKind, aPost({ enrolment: anInvited.enrolment, name: anInvited.name })])),
    },
    ...invite,
    until('[data-testid="enrol-came"]'),
  ),
  at(
    'enrol-taken',
    'a post that sends has the name',
    { [`POST ${invitations}`]: () => refuses('name-taken') },
    ...invite.slice(0, -1),
    until('[data-testid="refused"]'),
  ),
  at('backup', 'there is a copy that counts', {}, seen, key('nav-backup'), until('[data-testid="backup-part"]')),
  at(
    'backup-none',
    'there is no copy, and no recovery key',
    {
      [`GET ${posts}`]: () => {
        const all = somePosts(everyKind, { backup: { at: null, waiting: 812_000, untried: now - hour } })
        return answers({ ...all, hub: { ...all.hub, hasRecovery: false } })
      },
      [`GET ${alerts}`]: () => answers([...someAlerts]),
    },
    seen,
    key('nav-backup'),
    until('[data-testid="backup-due"]'),
  ),
]
