import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canReach, downloadSource, hasDownloaded } from '../../../../main/setup/download-source.ts'

test.each([
  [{}, 'github.com', 443],
  [{ ELECTRON_MIRROR: 'http://mirror.example/electron/' }, 'mirror.example', 80],
  [{ ELECTRON_MIRROR: 'https://mirror.example:8443/' }, 'mirror.example', 8443],
  [{ ELECTRON_MIRROR: 'https://mirror.example/', HTTPS_PROXY: 'http://[::1]:3128' }, '::1', 3128],
  [{ ELECTRON_MIRROR: 'nonsense' }, 'github.com', 443],
])('with %j a download begins at %s, port %i', (env, host, port) => {
  expect(downloadSource(env)).toEqual({ host, port })
})

test('a port that answers is reached, one that nobody has is not', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('listening, and on no port')
  expect(await canReach({ host: '127.0.0.1', port: address.port })).toBe(true)
  server.close()
  await once(server, 'close')
  expect(await canReach({ host: '127.0.0.1', port: address.port })).toBe(false)
})

test('a name that leads nowhere is not reached', async () => {
  expect(await canReach({ host: 'nowhere.invalid', port: 443 })).toBe(false)
})

test('what was downloaded before is found by its version', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chot-cache-'))
  const env = { electron_config_cache: folder }
  expect(hasDownloaded('45.4.1', env, 'linux')).toBe(false)
  mkdirSync(join(folder, 'abc'))
  writeFileSync(join(folder, 'abc', 'electron-v45.4.1-win32-x64.zip'), '')
  expect(hasDownloaded('45.4.1', env, 'linux')).toBe(true)
  expect(hasDownloaded('45.4.10', env, 'linux')).toBe(false)
  rmSync(folder, { recursive: true })
})
