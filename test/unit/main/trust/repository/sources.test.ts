/** The two ways a repository arrives. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { longestSilence } from '../../../../../main/trust/repository/https-source.ts'
import {
  folderSource,
  httpsSource,
  sayRefusal,
  stoppableSource,
  watchedSource,
  type SourceAnswer,
} from '../../../../../main/trust/repository/index.ts'

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
    expect(await serving(() => new Response('no', { status })).open('x')).toMatchObject({
      kind: 'unreachable',
      refusal: {
        code: 'unreachable',
        values: { why: `trust.example: the server answered ${status}` },
        why: { vi: `trust.example: máy chủ trả lời ${status}` },
      },
    })
  })

  test.each([
    ['ENOTFOUND', 'there is no server of this name', 'không tìm thấy máy chủ này'],
    ['ECONNREFUSED', 'it takes no connections', 'máy chủ không nhận kết nối'],
    ['ENETUNREACH', 'this computer has no network', 'máy này không có mạng'],
    ['CERT_HAS_EXPIRED', 'its certificate has expired', 'chứng thư của máy chủ đã hết hạn'],
    ['EVEN_STRANGER', 'as the system says it', 'as the system says it'],
  ])('cannot be reached (%s), and why is said in both languages', async (code, english, vietnamese) => {
    const cause = Object.assign(new Error('as the system says it'), { code })
    const answer = await serving(() => Promise.reject(new TypeError('fetch failed', { cause }))).open('x')
    const refusal = answer.kind === 'unreachable' ? answer.refusal : null
    expect(refusal && sayRefusal('en', refusal)).toMatch(new RegExp(`\\(trust\\.example: .*${english}\\)\\. Check`))
    expect(refusal && sayRefusal('vi', refusal)).toMatch(
      new RegExp(`\\(trust\\.example: .*${vietnamese}\\)\\. Kiểm tra`),
    )
  })

  test('leads somewhere else: as Wi-Fi does that wants a sign-in', async () => {
    const cause = new Error('unexpected redirect')
    const answer = await serving(() => Promise.reject(new TypeError('fetch failed', { cause }))).open('x')
    const refusal = answer.kind === 'unreachable' ? answer.refusal : null
    expect(refusal && sayRefusal('vi', refusal)).toContain('Wi-Fi đòi đăng nhập')
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

  test.each(['SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'])(
    'of an authority that is not known here is called by its name: %s',
    async (code) => {
      const cause = Object.assign(new Error('self-signed certificate'), { code })
      const answer = await serving(() => Promise.reject(new TypeError('fetch failed', { cause }))).open('x')
      const refusal = answer.kind === 'unreachable' ? answer.refusal : null
      expect(refusal).toEqual({ code: 'server-unknown', values: { server: 'trust.example' } })
      expect(refusal && sayRefusal('en', refusal)).toMatch(/^The server trust\.example .* --ca FILE/)
    },
  )

  test('that says nothing is given up after a while, by its name', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const silent: Parameters<typeof httpsSource>[1] = (_url, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    const asked = httpsSource('https://trust.example', silent).open('x')
    await vi.advanceTimersByTimeAsync(longestSilence)
    expect(await asked).toEqual({
      kind: 'unreachable',
      refusal: { code: 'server-silent', values: { server: 'trust.example', seconds: 10 } },
    })
  })

  test('that falls silent half-way is given up as well', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const half: Parameters<typeof httpsSource>[1] = (_url, { signal }) => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          controller.enqueue(Buffer.from('{'))
          signal.addEventListener('abort', () => controller.error(signal.reason))
        },
      })
      return Promise.resolve(new Response(body))
    }
    const reading = textOf(await httpsSource('https://trust.example', half).open('x'))
    const caught = reading.catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(longestSilence)
    expect(await caught).toMatchObject({ refusal: { code: 'server-silent' } })
  })

  test('that sends a byte now and then is given up as well, and a slow one is not', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const dripping =
      (bytes: number): Parameters<typeof httpsSource>[1] =>
      (_url, { signal }) => {
        let drops = 0
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            const timer = setInterval(() => {
              controller.enqueue(Buffer.alloc(bytes))
              drops += 1
              if (drops < 4) return
              clearInterval(timer)
              controller.close()
            }, longestSilence - 1)
            signal.addEventListener('abort', () => {
              clearInterval(timer)
              controller.error(signal.reason)
            })
          },
        })
        return Promise.resolve(new Response(body))
      }
    const read = async (bytes: number): Promise<unknown> => {
      const answer = await httpsSource('https://trust.example', dripping(bytes)).open('x')
      const reading = textOf(answer).catch((error: unknown) => error)
      await vi.advanceTimersByTimeAsync(5 * longestSilence)
      return reading
    }
    expect(await read(1)).toMatchObject({ refusal: { code: 'server-silent' } })
    expect(await read(1024)).toHaveLength(4 * 1024)
  })
})

describe('whoever waits', () => {
  test('hears of each file, and of a long one as it comes', async () => {
    const chunk = Buffer.alloc(3 * 1024 * 1024)
    const long = async function* () {
      for (let part = 0; part < 3; part++) yield chunk
    }
    const heard: unknown[] = []
    const length = 3 * chunk.length
    const source = watchedSource(
      { open: () => Promise.resolve({ kind: 'file', chunks: long(), length }) },
      (progress) => heard.push(progress),
    )
    const path = 'targets/revocations.bin'
    expect((await textOf(await source.open(path))).length).toBe(length)
    expect(heard).toEqual([
      { path, bytes: 0, total: null, whole: null },
      ...[1, 2, 3].map((parts) => ({ path, bytes: parts * chunk.length, total: length, whole: null })),
    ])
  })

  test('hears of how many files and bytes a signed file is a part, and never of more than there are', async () => {
    const sent = async function* () {
      yield Buffer.alloc(3 * 1024 * 1024)
    }
    const heard: unknown[] = []
    const source = watchedSource({ open: () => Promise.resolve({ kind: 'file', chunks: sent() }) }, (progress) =>
      heard.push(progress),
    )
    const path = 'targets/policy.json'
    await textOf(await source.open(path, { length: 50, file: 2, files: 2, before: 100, whole: 150 }))
    expect(heard).toEqual([
      { path, bytes: 0, total: 50, whole: { file: 2, files: 2, bytes: 100, total: 150 } },
      { path, bytes: 3 * 1024 * 1024, total: 50, whole: { file: 2, files: 2, bytes: 150, total: 150 } },
    ])
  })

  test('stops a file that is being read, and every one after it', async () => {
    const stopped = new AbortController()
    const never = async function* () {
      yield Buffer.from('x')
      await new Promise(() => undefined)
    }
    const source = stoppableSource({ open: () => Promise.resolve({ kind: 'file', chunks: never() }) }, stopped.signal)
    const reading = textOf(await source.open('x')).catch((error: unknown) => error)
    stopped.abort()
    expect(await reading).toMatchObject({ refusal: { code: 'stopped' } })
    expect(await source.open('y')).toMatchObject({ kind: 'unreachable', refusal: { code: 'stopped' } })
  })

  test('stops a server that does not answer', async () => {
    const stopped = new AbortController()
    const source = stoppableSource({ open: () => new Promise(() => undefined) }, stopped.signal)
    const asked = source.open('x')
    stopped.abort()
    expect(await asked).toMatchObject({ kind: 'unreachable', refusal: { code: 'stopped' } })
  })
})
