/**
 * Where a running kiosk hears the commands of its own user, and the pass by which each side knows the other: a file of the
 * profile that only its owner can read, made anew at each start. A program that has taken the socket's place does not have
 * it, and one that reached the socket all the same gets no further.
 */
import { createHash, randomBytes } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { FileUnreadable, readForeignFileIfThere } from '../files/index.ts'
import { passSchema } from '../../shared/rpc/handshake.ts'

const socketName = 'kiosk.sock'
const passFile = (profile: string): string => join(profile, 'kiosk.pass')

/** Bytes of a socket's path that every system takes: macOS has 104 for it, Linux 108, with the one that ends it. */
export const longestSocketPath = 103

/** A place for the socket. `folder`: made for it alone, where it does not lie in the profile. */
export interface SocketPlace {
  address: string
  folder: string | null
}

/**
 * The places, the best first. The profile's own folder, unless its path is too long; then, and where its disk knows no
 * sockets, a folder of its own whose name nobody can know beforehand. On Windows a pipe, whose name is as little known.
 */
export function socketPlaces(profile: string, pass: string, platform: NodeJS.Platform): SocketPlace[] {
  const folder = resolve(profile)
  const mark = createHash('sha256').update(`${folder}\n${pass}`).digest('hex').slice(0, 32)
  if (platform === 'win32') return [{ address: `\\\\.\\pipe\\chot-${mark}`, folder: null }]
  const inProfile = join(folder, socketName)
  const elsewhere = join('/tmp', `chot-${mark}`)
  const second = { address: join(elsewhere, socketName), folder: elsewhere }
  if (Buffer.byteLength(inProfile) > longestSocketPath) return [second]
  return [{ address: inProfile, folder: null }, second]
}

/** Makes the pass of this run, in place of the last one's. @throws what the system says where it cannot be written */
export function makePass(profile: string): string {
  const pass = randomBytes(32).toString('hex')
  const next = `${passFile(profile)}.next`
  rmSync(next, { force: true })
  writeFileSync(next, pass, { flag: 'wx', mode: 0o600 })
  renameSync(next, passFile(profile))
  return pass
}

/** The pass of the kiosk that runs, or that ran last; null where there is none that can be read. */
export function readPass(profile: string): string | null {
  try {
    const file = readForeignFileIfThere(passFile(profile), 128)
    const pass = v.safeParse(passSchema, file?.bytes.toString('latin1'))
    return pass.success ? pass.output : null
  } catch (error) {
    if (error instanceof FileUnreadable) return null
    throw error
  }
}

/** Takes the pass away: nobody is there any more. One that another run has made since stays. */
export function dropPass(profile: string, pass: string): void {
  if (readPass(profile) === pass) rmSync(passFile(profile), { force: true })
}

/** What both sides prove their pass for: this socket and no other. */
export const meetingPlace = (address: string): string => `socket:${address}`
