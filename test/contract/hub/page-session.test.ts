/** Signing in at the hub's page: who gets in, for how long, and what a stranger's page or a guesser comes to. */
import { beforeEach, describe, expect, test } from 'vitest'
import { addAccount, firstAccount, resetPassword } from '../../../hub/accounts/accounts.ts'
import { countTry } from '../../../hub/accounts/tries.ts'
import { longestIdle, longestSession } from '../../../hub/accounts/sessions.ts'
import { pagePaths } from '../../../shared/hub-api/page-paths.ts'
import { accountOf, HubBrowser, ownPassword, pageDoor, signedInAt } from '../../fixtures/hub-browser.ts'
import { clock, hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { testTls } from '../../fixtures/tls.ts'

const hub = hubForTests()

beforeEach(async () => {
  // What one test has tried is not held against the next.
  if (noDatabase === null) await hub.ground.pool.query('DELETE FROM sign_in_try')
})

describe.skipIf(noDatabase !== null)('signing in at the hub’s page', () => {
  test('opens a session by a cookie that no script reads, and the database has nothing that opens one', async () => {
    const browser = new HubBrowser((await pageDoor(hub.ground)).address)
    const name = await accountOf(hub.ground, 'viewer')
    const { status, said, headers } = await browser.signIn(name.toUpperCase(), ownPassword)
    expect({ status, said }).toEqual({ status: 200, said: { name, role: 'viewer', mustChange: false } })
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^chot-hub=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ])
    expect(headers.get('cache-control')).toBe('no-store')
    expect(await browser.get(pagePaths.session)).toMatchObject({ status: 200, said: { name } })
    const token = browser.cookie.split('=')[1] ?? ''
    const { rows } = await hub.ground.pool.query<{ row: string }>(
      `SELECT row_to_json(s)::text AS row FROM page_session s UNION ALL SELECT row_to_json(a)::text FROM account a`,
    )
    const kept = rows.map(({ row }) => row).join()
    for (const secret of [token, Buffer.from(token).toString('hex'), ownPassword]) expect(kept).not.toContain(secret)
  })

  test('over TLS, its own or a proxy’s, binds the cookie to this host', async () => {
    const { address } = await pageDoor(hub.ground)
    const name = await accountOf(hub.ground, 'viewer')
    const body = { name, password: ownPassword }
    const behind = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'hub.example', origin: 'https://hub.example' }
    const { headers } = await new HubBrowser(address).ask('POST', pagePaths.session, body, behind)
    expect(headers.getSetCookie()[0]).toMatch(/^__Host-chot-hub=.*; Path=\/; .*; Secure$/)
    expect((await pageDoor(hub.ground, { tls: testTls })).address).toMatch(/^https:/)
  })

  test('says the same of a wrong password and of a name that is none', async () => {
    const browser = new HubBrowser((await pageDoor(hub.ground)).address)
    const name = await accountOf(hub.ground, 'admin')
    const wrong = await browser.signIn(name, 'wrong password')
    expect(wrong).toMatchObject({ status: 401, said: { code: 'wrong-sign-in' } })
    const unknown = await browser.signIn('nobody-of-this-name', ownPassword)
    expect([unknown.status, unknown.said]).toEqual([wrong.status, wrong.said])
    expect([...unknown.headers.keys()]).toEqual([...wrong.headers.keys()])
  })

  test('takes a password however its letters are composed', async () => {
    const browser = new HubBrowser((await pageDoor(hub.ground)).address)
    const name = await accountOf(hub.ground, 'viewer')
    await browser.signIn(name, ownPassword)
    const chosen = 'Bắc Giang mùa vải'
    const changed = await browser.post(pagePaths.password, { old: ownPassword, new: chosen.normalize('NFC') })
    expect(changed.status).toBe(200)
    expect((await browser.signIn(name, chosen.normalize('NFD'))).status).toBe(200)
  })

  test('ends after half an hour in which nobody pressed a key, though the page went on asking', async () => {
    const browser = await signedInAt(hub.ground, (await pageDoor(hub.ground)).address, 'viewer')
    const began = clock.now
    clock.now = began + longestIdle - 1
    expect((await browser.get(pagePaths.posts)).status).toBe(200)
    clock.now = began + longestIdle + 1
    expect(await browser.get(pagePaths.posts)).toMatchObject({ status: 401, said: { code: 'signed-out' } })
  })

  test('goes on while somebody is there, and ends after twelve hours all the same', async () => {
    const browser = await signedInAt(hub.ground, (await pageDoor(hub.ground)).address, 'viewer')
    const began = clock.now
    for (clock.now = began; clock.now < began + longestSession; clock.now += longestIdle)
      expect((await browser.get(pagePaths.session)).status).toBe(200)
    clock.now = began + longestSession
    expect((await browser.get(pagePaths.session)).status).toBe(200)
    clock.now = began + longestSession + 1
    expect((await browser.get(pagePaths.session)).status).toBe(401)
  })

  test('is over once somebody signs out, whoever has kept the cookie', async () => {
    const browser = await signedInAt(hub.ground, (await pageDoor(hub.ground)).address, 'admin')
    const kept = browser.cookie
    const { status, headers } = await browser.ask('DELETE', pagePaths.session)
    expect(status).toBe(200)
    expect(headers.getSetCookie()).toEqual([expect.stringContaining('Max-Age=0')])
    browser.cookie = kept
    expect((await browser.get(pagePaths.posts)).status).toBe(401)
  })

  test.each([
    ['of another length', 'chot-hub=short'],
    ['of nobody', `chot-hub=${'A'.repeat(43)}`],
    ['of another name', `chot=${'A'.repeat(43)}`],
  ])('knows nobody by a cookie %s', async (_what, cookie) => {
    const browser = new HubBrowser((await pageDoor(hub.ground)).address)
    browser.cookie = cookie
    expect(await browser.get(pagePaths.posts)).toMatchObject({ status: 401, said: { code: 'signed-out' } })
  })
})

describe.skipIf(noDatabase !== null)('the password that the hub prints', () => {
  test('is printed once, and nothing else is answered before it is changed', async () => {
    await hub.ground.pool.query('DELETE FROM account')
    const first = await firstAccount(hub.ground.pool, clock.now)
    expect(await firstAccount(hub.ground.pool, clock.now)).toBeNull()
    const browser = new HubBrowser((await pageDoor(hub.ground)).address)
    const { name = '', password = '' } = first ?? {}
    expect(await browser.signIn(name, password)).toMatchObject({ said: { role: 'admin', mustChange: true } })
    expect(await browser.get(pagePaths.posts)).toMatchObject({ status: 403, said: { code: 'must-change' } })
    const changed = await browser.post(pagePaths.password, { old: password, new: ownPassword })
    expect(changed).toMatchObject({ status: 200, said: { mustChange: false } })
    expect((await browser.get(pagePaths.posts)).status).toBe(200)
    expect((await new HubBrowser(browser.address).signIn(name, password)).status).toBe(401)
  })

  test('is made for one account however many processes open the hub at once', async () => {
    await hub.ground.pool.query('DELETE FROM account')
    const made = await Promise.all([1, 2, 3].map(() => firstAccount(hub.ground.pool, clock.now)))
    expect(made.filter((each) => each !== null)).toHaveLength(1)
  })
})

describe.skipIf(noDatabase !== null)('choosing a password', () => {
  test('signs out everybody else who is signed in as this account', async () => {
    const { address } = await pageDoor(hub.ground)
    const name = await accountOf(hub.ground, 'admin')
    const [one, other] = [new HubBrowser(address), new HubBrowser(address)]
    await one.signIn(name, ownPassword)
    await other.signIn(name, ownPassword)
    await one.post(pagePaths.password, { old: ownPassword, new: 'another password' })
    expect((await one.get(pagePaths.posts)).status).toBe(200)
    expect((await other.get(pagePaths.posts)).status).toBe(401)
  })

  test.each([
    ['the old one is another', { old: 'not the old one', new: 'another password' }, 403, 'wrong-password'],
    ['it is the old one', { old: ownPassword, new: ownPassword }, 422, 'weak-password'],
    ['it is short', { old: ownPassword, new: 'elevenchars' }, 422, 'not-understood'],
  ])('changes nothing where %s', async (_what, body, status, code) => {
    const browser = await signedInAt(hub.ground, (await pageDoor(hub.ground)).address, 'viewer')
    expect(await browser.post(pagePaths.password, body)).toMatchObject({ status, said: { code } })
  })

  test('by command ends the sessions of whoever had the old one', async () => {
    const browser = await signedInAt(hub.ground, (await pageDoor(hub.ground)).address, 'admin')
    const { said } = await browser.get(pagePaths.session)
    await resetPassword(hub.ground.pool, (said as { name: string }).name)
    expect((await browser.get(pagePaths.session)).status).toBe(401)
  })
})

describe.skipIf(noDatabase !== null)('whoever guesses', () => {
  /** Tries from a network until it is told to wait; answers how many were looked at. */
  async function guess(browser: HubBrowser, name: string, from: string, most = 60): Promise<number> {
    for (let tried = 0; tried < most; tried++) {
      const others = { 'x-forwarded-for': from }
      const { status } = await browser.ask('POST', pagePaths.session, { name, password: `${tried}` }, others)
      if (status === 429) return tried
    }
    return most
  }

  test('waits ever longer, and no longer than that once the password is right', async () => {
    const browser = new HubBrowser((await pageDoor(hub.ground)).address)
    const name = await accountOf(hub.ground, 'admin')
    expect(await guess(browser, name, '203.0.113.9')).toBe(5)
    const waits: number[] = []
    for (let tries = 0; tries < 12; tries++) {
      const { status, said, headers } = await browser.ask(
        'POST',
        pagePaths.session,
        { name, password: ownPassword },
        { 'x-forwarded-for': '203.0.113.9' },
      )
      expect([status, said]).toEqual([429, { code: 'wait', seconds: expect.any(Number) }])
      waits.push(Number(headers.get('retry-after')))
      clock.now += (waits.at(-1) ?? 0) * 1000
      await browser.ask('POST', pagePaths.session, { name, password: 'wrong' }, { 'x-forwarded-for': '203.0.113.9' })
    }
    expect(waits.slice(0, 3)).toEqual([2, 4, 8])
    expect(waits.at(-1)).toBe(900)
    clock.now += 900_000
    expect((await browser.signIn(name, ownPassword)).status).toBe(200)
  })

  test('keeps nobody from signing in to whom a command gives another password', async () => {
    const browser = new HubBrowser((await pageDoor(hub.ground)).address)
    const name = await accountOf(hub.ground, 'admin')
    for (let tried = 0; tried < 5; tried++) await browser.signIn(name, 'wrong')
    expect((await browser.signIn(name, ownPassword)).status).toBe(429)
    const password = await resetPassword(hub.ground.pool, name)
    expect((await browser.signIn(name, password ?? '')).status).toBe(200)
  })

  test('is counted before anything is compared, a hundred at once as one after the other', async () => {
    const browser = new HubBrowser((await pageDoor(hub.ground)).address)
    const name = await accountOf(hub.ground, 'admin')
    const all = await Promise.all(Array.from({ length: 100 }, (_, each) => browser.signIn(name, `guess ${each}`)))
    expect(all.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5)
    expect(all.every(({ status }) => status === 401 || status === 429)).toBe(true)
  })

  test('has no more tries by names that are none, nor by other addresses of the same network', async () => {
    const browser = new HubBrowser((await pageDoor(hub.ground)).address)
    for (let tried = 1; tried <= 20; tried++)
      expect(await countTry(hub.ground.pool, { name: `name${tried}`, address: `2001:db8::${tried}` }, clock.now)).toBe(
        0,
      )
    const from = { 'x-forwarded-for': '2001:db8:0:0:ffff::1' }
    expect((await browser.ask('POST', pagePaths.session, { name: 'another', password: 'x' }, from)).status).toBe(429)
  })

  test('from everywhere in the world does not keep the owner out for longer than a minute', async () => {
    const browser = new HubBrowser((await pageDoor(hub.ground)).address)
    const name = await accountOf(hub.ground, 'admin')
    for (let network = 0; network < 15; network++)
      for (let tried = 0; tried < 4; tried++)
        await countTry(hub.ground.pool, { name, address: `198.51.${network}.1` }, clock.now)
    const { status, said } = await browser.signIn(name, ownPassword)
    expect(status).toBe(429)
    expect((said as { seconds: number }).seconds).toBeLessThanOrEqual(60)
    clock.now += 60_000
    expect((await browser.signIn(name, ownPassword)).status).toBe(200)
  })

  test('leaves nothing of what was typed in what the hub says of itself, not even in the database', async () => {
    const { address, said } = await pageDoor(hub.ground)
    const secret = 'typed-into-the-wrong-field'
    await new HubBrowser(address).signIn(secret, secret)
    await hub.ground.pool.query('ALTER TABLE account RENAME TO account_away')
    try {
      expect(await new HubBrowser(address).signIn('admin', secret)).toMatchObject({
        status: 503,
        said: { code: 'away' },
      })
    } finally {
      await hub.ground.pool.query('ALTER TABLE account_away RENAME TO account')
    }
    const { rows } = await hub.ground.pool.query<{ row: string }>(
      'SELECT row_to_json(t)::text AS row FROM sign_in_try t',
    )
    expect(said).toHaveLength(1)
    expect(`${said.join()}${rows.map(({ row }) => row).join()}`).not.toContain(secret)
  })
})

test.skipIf(noDatabase !== null)('an account of the same name is made once', async () => {
  const name = await accountOf(hub.ground, 'viewer')
  expect(await addAccount(hub.ground.pool, { name, role: 'admin' }, clock.now)).toBeNull()
})
