/** What somebody whom no hub knows can make it hold, and what they hear of it. */
import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { mostHeld } from '../../../hub/held-bodies.ts'
import { mostTaken } from '../../../shared/sync/limits.ts'
import { HubBrowser, pageDoor } from '../../fixtures/hub-browser.ts'
import { hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'

const hub = hubForTests()
const mebibyte = 2 ** 20
const waits = { timeout: 60_000, interval: 50 }

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

/** Begins a body of the largest size, and ends none. */
async function beginBody(address: string): Promise<Socket> {
  const { hostname, port } = new URL(address)
  const socket = await new Promise<Socket>((resolve) => {
    const made = connect({ host: hostname, port: Number(port) }, () => resolve(made))
  })
  onTestFinished(() => void socket.destroy())
  // Cut off in the end, or answered before all of it was sent.
  socket.on('error', () => undefined)
  socket.write(
    `POST /v1/batches HTTP/1.1\r\nHost: hub\r\nContent-Type: application/octet-stream\r\nContent-Length: ${mostTaken}\r\n\r\n`,
  )
  socket.write(Buffer.alloc(mostTaken - 1))
  return socket
}

/** Bytes of bodies that the hub holds. */
async function heldAt(address: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text()
  return Number(/^chot_hub_held_bytes (\d+)$/m.exec(text)?.[1])
}

const sends = (address: string): Promise<Response> =>
  fetch(`${address}/v1/batches`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.alloc(mebibyte),
  })

describe.skipIf(noDatabase !== null)('a stranger at the hub’s door', () => {
  test('who begins one body after the other and ends none fills the room for them, and whoever comes then comes again', async () => {
    const { address } = await pageDoor(hub.ground)
    const sockets: Socket[] = []
    // One after the other: of two that meet at the end of the room both are sent away.
    while (sockets.length < mostHeld / mostTaken) {
      sockets.push(await beginBody(address))
      const whole = sockets.length * (mostTaken - 1)
      await vi.waitFor(async () => expect(await heldAt(address)).toBe(whole), waits)
    }
    const sentAway = await sends(address)
    expect(sentAway.status).toBe(429)
    expect(Number(sentAway.headers.get('retry-after'))).toBeGreaterThanOrEqual(5)
    expect(await heldAt(address)).toBeLessThanOrEqual(mostHeld)

    for (const socket of sockets) socket.destroy()
    await vi.waitFor(async () => expect(await heldAt(address)).toBe(0), waits)
    expect((await sends(address)).status).toBe(400)
  })

  test('who asks for a list again and again and takes none of it costs no copy of it each', async () => {
    const { address } = await pageDoor(hub.ground, { trust: repositoryOf(64 * mebibyte) })
    const before = process.memoryUsage().arrayBuffers
    for (let count = 0; count < 12; count++) await askAndStop(address)
    // What the system has taken for each of them is held no longer, and may not be collected yet: some megabytes each.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 64 * mebibyte)
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
