/** The two ways a repository arrives. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { folderSource, httpsSource, type SourceAnswer } from '../../../../../main/trust/repository/index.ts'

async function textOf(answer: SourceAnswer): Promise<string> {
  if (answer.kind !== 'file') return answer.kind
  const parts: Uint8Array[] = []
  for await (const chunk of answer.chunks) parts.push(chunk)
  return Buffer.concat(parts).toString()
}

describe('a folder', () => {
  function stick(): string {
    const outer = mkdtempSync(join(tmpdir(), 'chot-stick-'))
    onTestFinished(() => rmSync(outer, { recursive: true, force: true }))
    mkdirSync(join(outer, 'stick', 'metadata'), { recursive: true })
    writeFileSync(join(outer, 'stick', 'metadata', '1.ö.json'), 'inside')
    writeFileSync(join(outer, 'secret'), 'outside')
    return join(outer, 'stick')
  }

  test('gives a file by its encoded name', async () => {
    expect(await textOf(await folderSource(stick()).open('metadata/1.%C3%B6.json'))).toBe('inside')
  })

  test.each([
    '../secret',
    '%2e%2e/secret',
    'metadata/..%2F..%2Fsecret',
    'metadata%2F..%2F..%2Fsecret',
    '..%5Csecret',
    'C:%2Fsecret',
    'metadata/%00',
    '%E0%A4',
    'metadata',
    '',
  ])('has nothing under %j', async (path) => {
    expect((await folderSource(stick()).open(path)).kind).toBe('missing')
  })
})

describe('a web server', () => {
  const serving = (response: () => Response | Promise<Response>) =>
    httpsSource('https://trust.example/repository', async () => response())

  test('is asked below its own address', async () => {
    const asked: string[] = []
    const source = httpsSource(
      'https://trust.example/repository',
      (url) => (asked.push(url.href), Promise.resolve(new Response('x'))),
    )
    expect(await textOf(await source.open('metadata/timestamp.json'))).toBe('x')
    expect(asked).toEqual(['https://trust.example/repository/metadata/timestamp.json'])
  })

  test('may not redirect', async () => {
    const modes: string[] = []
    const source = httpsSource(
      'https://trust.example',
      (_url, { redirect }) => (modes.push(redirect), Promise.resolve(new Response('x'))),
    )
    await source.open('metadata/timestamp.json')
    expect(modes).toEqual(['error'])
  })

  test.each([403, 404])('has no such file when it answers %i', async (status) => {
    expect(await serving(() => new Response('no', { status })).open('x')).toEqual({ kind: 'missing' })
  })

  test.each([401, 500, 503])('is in trouble when it answers %i', async (status) => {
    expect(await serving(() => new Response('no', { status })).open('x')).toEqual({
      kind: 'unreachable',
      why: `the server answered ${status}`,
    })
  })

  test('cannot be reached: the reason is the connection’s own', async () => {
    const source = serving(() =>
      Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND trust.example') })),
    )
    expect(await source.open('x')).toEqual({ kind: 'unreachable', why: 'getaddrinfo ENOTFOUND trust.example' })
  })

  test('that breaks off half-way was interrupted', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('socket closed')),
    })
    const answer = await serving(() => new Response(broken)).open('x')
    await expect(textOf(answer)).rejects.toMatchObject({ code: 'SOURCE_INTERRUPTED', message: 'socket closed' })
  })

  test.each(['http://trust.example', 'ftp://trust.example', 'file:///etc'])('is never %s', (address) => {
    expect(() => httpsSource(address)).toThrow(TypeError)
  })

  test('may be on this machine without TLS', () => {
    expect(() => httpsSource('http://127.0.0.1:8080/trust')).not.toThrow()
  })
})
