/** What somebody whom no hub knows can make it hold, and what they hear of it. */
import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { HubBrowser, pageDoor } from '../../fixtures/hub-browser.ts'
import { hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'

const hub = hubForTests()
const mebibyte = 2 ** 20

/** A repository with one list of so many bytes. */
function repositoryOf(size: number): string {
  const trust = mkdtempSync(join(tmpdir(), 'chot-repository-'))
  mkdirSync(join(trust, 'targets'))
  writeFileSync(join(trust, 'targets', 'keys.json'), '')
  truncateSync(join(trust, 'targets', 'keys.json'), size)
  return trust
}

const path = '/v1/trust/targets/keys.json'

/** Asks for the list, takes the first bytes of it and then no more. */
async function askAndStop(address: string): Promise<void> {
  const { hostname, port } = new URL(address)
  const socket = await new Promise<Socket>((resolve) => {
    const made = connect({ host: hostname, port: Number(port) }, () => resolve(made))
  })
  onTestFinished(() => void socket.destroy())
  socket.write(`GET ${path} HTTP/1.1\r\nHost: hub\r\n\r\n`)
  await new Promise((resolve) => socket.once('data', resolve))
  socket.pause()
}

describe.skipIf(noDatabase !== null)('a stranger at the hub’s door', () => {
  test('who asks for a list again and again and takes none of it costs no copy of it each', async () => {
    const { address } = await pageDoor(hub.ground, { trust: repositoryOf(32 * mebibyte) })
    const before = process.memoryUsage().arrayBuffers
    for (let count = 0; count < 12; count++) await askAndStop(address)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * mebibyte)
  })

  test('hears nothing of this computer’s folders where something cannot be read, and the log does', async () => {
    const trust = repositoryOf(65 * mebibyte)
    const { address, said } = await pageDoor(hub.ground, { trust })
    const answer = await fetch(`${address}${path}`)
    expect([answer.status, await answer.text()]).toEqual([500, ''])
    expect(said.join()).toContain(trust)
  })

  test('who makes up names to sign in with leaves no more rows behind than there are tries', async () => {
    const browser = new HubBrowser((await pageDoor(hub.ground)).address)
    await hub.ground.pool.query('DELETE FROM sign_in_try')
    const answers: number[] = []
    for (let count = 0; count < 60; count++) answers.push((await browser.signIn(`name${count}`, 'x')).status)
    const tried = answers.filter((status) => status !== 429).length
    expect(tried).toBeLessThan(30)
    const { rows } = await hub.ground.pool.query<{ count: number }>('SELECT count(*)::int AS count FROM sign_in_try')
    expect(rows[0]?.count).toBeLessThanOrEqual(1 + 2 * tried)
  })
})
