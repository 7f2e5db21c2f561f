/** Repositories that python-tuf made, read as it wrote them. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { folderSource, TrustRepository, type RepositorySource } from '../../../../../main/trust/repository/index.ts'

const publicRepositories = join(import.meta.dirname, '../../../../../../shared/data/tuf')
const there = existsSync(publicRepositories)
const why = there ? '' : ' (skipped: ../shared/data/tuf is not here)'

function open(initialRoot: string, limits: ReadonlyMap<string, number>): Promise<TrustRepository> {
  const folder = mkdtempSync(join(tmpdir(), 'chot-python-tuf-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return TrustRepository.open({
    folder,
    anchor: readFileSync(initialRoot),
    last: null,
    now: () => Date.parse('2026-11-22T00:00:00Z'),
    accept: () => ({ accepted: true }),
    limits,
  })
}

describe.skipIf(!there)(`python-tuf’s repositories${why}`, () => {
  const repository = join(publicRepositories, 'repository')
  const root = join(repository, 'metadata', '1.root.json')

  test('an RSA-PSS root, Ed25519 roles and a delegated target, without consistent snapshots', async () => {
    const store = await open(root, new Map(['file1.txt', 'file2.txt', 'file3.txt'].map((name) => [name, 100])))
    expect(await store.update(folderSource(repository))).toMatchObject({ outcome: 'updated' })
    expect([...store.current!.files.keys()]).toEqual(['file1.txt', 'file2.txt', 'file3.txt'])
    for (const name of ['file1.txt', 'file2.txt', 'file3.txt'])
      expect(store.current!.files.get(name)!.bytes).toEqual(readFileSync(join(repository, 'targets', name)))
    expect(store.current).toMatchObject({ publishedAt: null, expiresAt: Date.parse('2030-01-01T00:00:00Z') })
  })

  test('one byte of a target altered', async () => {
    const store = await open(root, new Map([['file1.txt', 100]]))
    const copy = mkdtempSync(join(tmpdir(), 'chot-python-tuf-'))
    onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
    cpSync(repository, copy, { recursive: true })
    cpSync(join(repository, 'metadata', 'root.json'), join(copy, 'targets', 'file1.txt'))
    expect(await store.update(folderSource(copy))).toMatchObject({ refusal: { code: 'too-large' } })
  })

  test('after 2030 it is frozen', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chot-python-tuf-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const store = await TrustRepository.open({
      folder,
      anchor: readFileSync(root),
      last: null,
      now: () => Date.parse('2030-01-02T00:00:00Z'),
      accept: () => ({ accepted: true }),
    })
    expect(await store.update(folderSource(repository))).toMatchObject({ refusal: { code: 'root-expired' } })
  })

  test('role names made to lead astray are file names and nothing else', async () => {
    const fishy = join(publicRepositories, 'fishy_rolenames')
    const asked: string[] = []
    const folder = folderSource(fishy)
    const source: RepositorySource = {
      open: (path) => {
        asked.push(path)
        // A web server would give the file that python-tuf keeps beside the folder.
        return folder.open(path === 'metadata/1...%2Fa.json' ? '1.a.json' : path)
      },
    }
    const store = await open(join(fishy, 'metadata', '1.root.json'), new Map([['keys.json', 100]]))
    expect(await store.update(source)).toMatchObject({ outcome: 'updated', generation: { files: {} } })
    expect(asked).toContain('metadata/1...%2Fa.json')
    expect(asked).toContain('metadata/1.%C3%B6.json')
  })
})
