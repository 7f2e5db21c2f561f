/**
 * The first version that encrypted its journals did so with ChaCha20-Poly1305. Such a file is sealed anew once, on a copy
 * that then takes its place: at every instant one of the two is whole.
 */
import { constants, copyFileSync, renameSync, rmSync } from 'node:fs'
import { syncFile } from './durable-file.ts'
import { JournalKeyWrong, openEncrypted } from './open-database.ts'

/** Seals a file anew that was sealed with the older cipher; false: it was not. */
export function renewCipher(file: string, key: Uint8Array): boolean {
  const copy = `${file}.renewing`
  try {
    const old = openEncrypted(file, key, {}, 'shared', 'chacha20')
    // Brings what the write-ahead log holds into the file itself.
    old.pragma('journal_mode = DELETE')
    old.close()
  } catch (error) {
    if (error instanceof JournalKeyWrong) return false
    throw error
  }
  rmSync(copy, { force: true })
  copyFileSync(file, copy, constants.COPYFILE_EXCL)
  const database = openEncrypted(copy, key, {}, 'shared', 'chacha20')
  try {
    database.pragma("cipher = 'aegis'")
    database.rekey(Buffer.concat([Buffer.from('raw:'), key]))
  } finally {
    database.close()
  }
  syncFile(copy)
  renameSync(copy, file)
  syncFile(file)
  return true
}
