/** What the page makes of an answer, and of what is none. */
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ask, type Fetch } from '../../../../hub/renderer/api/ask.ts'

const schema = v.object({ n: v.number() })
const asked = (fetch: Fetch) => ask(fetch, { path: '/v1/page/posts', schema })
const answering =
  (response: Response): Fetch =>
  () =>
    Promise.resolve(response)

describe('an answer', () => {
  test('is what its schema says', async () => {
    expect(await asked(answering(Response.json({ n: 1 })))).toEqual({ done: true, value: { n: 1 } })
  })

  test('that refuses says why, and for how long', async () => {
    const response = Response.json({ code: 'wait', seconds: 30 }, { status: 429 })
    expect(await asked(answering(response))).toEqual({ done: false, why: 'wait', seconds: 30 })
  })

  test.each([
    ['of another form', Response.json({ n: 'one' })],
    ['of a network’s own page', new Response('<html>sign in</html>', { status: 200 })],
    ['of a proxy', new Response('bad gateway', { status: 502 })],
    ['with a reason that nobody knows', Response.json({ code: 'because' }, { status: 400 })],
  ])('%s is as none at all', async (_name, response) => {
    expect(await asked(answering(response))).toMatchObject({ done: false, why: 'unreached' })
  })

  test('that never comes is none', async () => {
    expect(await asked(() => Promise.reject(new TypeError('fetch failed')))).toMatchObject({ why: 'unreached' })
  })
})

test('every question carries the header that no foreign page can send unasked, and goes nowhere else', async () => {
  const seen: RequestInit[] = []
  await asked((_path, init) => {
    seen.push(init)
    return Promise.resolve(Response.json({ n: 1 }))
  })
  expect(seen).toMatchObject([{ credentials: 'same-origin', redirect: 'error', headers: { 'x-chot-page': '1' } }])
})
