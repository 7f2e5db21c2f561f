/** `revocations.bin` on disk. Read whole: a file that is swapped later cannot change what this list answers. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { hashLength, layout, mostRevocations } from '../../../shared/domain/revocation.ts'
import type { RevocationFault } from './fault.ts'
import { parseRevocations, type RevocationsAnswer } from './revocation-list.ts'

const largestFile = layout.headerLength + mostRevocations * hashLength

/** All bytes of a file, looked at for its size first; null where it cannot be read. */
function readWhole(file: string): Buffer | 'too-large' | null {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch {
    return null
  }
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) return null
    if (stat.size > largestFile) return 'too-large'
    const bytes = Buffer.allocUnsafeSlow(stat.size)
    let at = 0
    while (at < bytes.length) {
      const read = readSync(descriptor, bytes, at, bytes.length - at, at)
      if (read === 0) break
      at += read
    }
    return bytes.subarray(0, at)
  } catch {
    return null
  } finally {
    closeSync(descriptor)
  }
}

/** Opens a list and checks it to its last byte: some 20 ms for a million entries. */
export function openRevocations(file: string): RevocationsAnswer {
  const bytes = readWhole(file)
  if (bytes === null) return { ok: false, why: 'unreadable' }
  return bytes === 'too-large' ? { ok: false, why: 'too-many' } : parseRevocations(bytes)
}

/** Checks a list that has just arrived. Null: it is sound. */
export function verifyRevocations(file: string): RevocationFault | null {
  const answer = openRevocations(file)
  return answer.ok ? null : answer.why
}
