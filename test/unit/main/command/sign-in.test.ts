/** A command is signed in at the kiosk that it asks. */
import { expect, test } from 'vitest'
import { deskOf, signIn } from '../../../../main/command/profile/sign-in.ts'
import type { Client } from '../../../../shared/contract/contract.ts'

const who = { number: '1042', name: 'Trần Hùng', rank: 'Thiếu úy', role: 'it' } as const
const tries = { left: 9, waitSeconds: 0 }
const session = { claimed: true, who: null, asleep: false, since: null }

/** A kiosk that answers so, and what it was asked. */
function kiosk(answers: Record<string, unknown>) {
  const asked: [string, unknown][] = []
  const call = (method: string, input: unknown) => {
    asked.push([method, input])
    return Promise.resolve(answers[method])
  }
  return { client: { call } as unknown as Client, asked }
}

test('where a kiosk has no officers nobody is asked anything', async () => {
  const { client, asked } = kiosk({ 'session.read': { ...session, claimed: false } })
  await signIn(deskOf(client), { CHOT_OFFICER: '1042', CHOT_PIN: '739164' })
  expect(asked.map(([method]) => method)).toEqual(['session.read'])
})

test('number and PIN of the environment sign it in', async () => {
  const { client, asked } = kiosk({
    'session.read': session,
    'session.name': { ok: true, who, means: 'number', tries },
    'session.open': { ok: true, session, news: [] },
  })
  await signIn(deskOf(client), { CHOT_OFFICER: '1042', CHOT_PIN: '739164' })
  expect(asked.slice(1)).toEqual([
    ['session.name', { number: '1042' }],
    ['session.open', { number: '1042', pin: '739164' }],
  ])
})

test('a badge’s text does, too', async () => {
  const text = 'CHOT-BADGE:1042:0000-0000-0000-0000-0000-0000-000'
  const { client, asked } = kiosk({
    'session.read': session,
    'session.badge': { ok: true, who, means: 'badge', tries },
    'session.open': { ok: true, session, news: [] },
  })
  await signIn(deskOf(client), { CHOT_OFFICER: text, CHOT_PIN: '739164' })
  expect(asked[1]).toEqual(['session.badge', { text }])
})

test.each([
  ['wrong', { 'session.open': { ok: false, why: 'wrong', tries } }],
  ['wait', { 'session.open': { ok: false, why: 'wait', tries } }],
  ['badge-wanted', { 'session.name': { ok: false, why: 'badge-wanted' } }],
])('refused for "%s", it ends with a sentence', async (why, answers) => {
  const { client } = kiosk({
    'session.read': session,
    'session.name': { ok: true, who, means: 'number', tries },
    ...answers,
  })
  await expect(signIn(deskOf(client), { CHOT_OFFICER: '1042', CHOT_PIN: '739164' })).rejects.toMatchObject({
    code: `sign-in-${why}`,
  })
})

test('what is no number is not sent', async () => {
  const { client, asked } = kiosk({ 'session.read': session })
  await expect(signIn(deskOf(client), { CHOT_OFFICER: 'hùng', CHOT_PIN: '739164' })).rejects.toMatchObject({
    code: 'sign-in-unknown',
  })
  expect(asked).toHaveLength(1)
})

test('a desk that has to wait before it looks at a PIN waits first, and looks at it once', async () => {
  const told: string[] = []
  await signIn(
    {
      isClaimed: () => Promise.resolve(true),
      showBadge: () => ({ ok: false, why: 'unknown' }),
      name: () => ({ ok: true, who, means: 'number', tries: { left: 6, waitSeconds: 60 } }),
      wait: (seconds) => Promise.resolve(void told.push(`waited ${seconds} s`)),
      open: () => {
        told.push('looked')
        return Promise.resolve({ ok: true, session, news: [] })
      },
    },
    { CHOT_OFFICER: '1042', CHOT_PIN: '739164' },
  )
  expect(told).toEqual(['waited 60 s', 'looked'])
})
