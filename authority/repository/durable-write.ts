/**
 * Files that are there whole or not at all, and stay there when the power goes or the stick is pulled out.
 *
 * Nothing is ever written through a link that somebody put in the way: a file that is being made is made new, a file that
 * is added to must be a plain one that lies nowhere else.
 */
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Windows has no such flag, and makes links for administrators only. */
const followNoLink = constants.O_NOFOLLOW ?? 0
const makeNew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | followNoLink
const addTo = constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | followNoLink

function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

/** Flushes a folder's list of files. Some file systems of sticks cannot; the files are on the stick all the same. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    if (!hasCode(error, 'EINVAL')) throw error
  } finally {
    closeSync(handle)
  }
}

/** Makes a folder and those above it. One by one: Node's own way never ends where a file system only feigns to be one. */
export function makeFolder(folder: string, mode = 0o755): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  mkdirSync(folder, { mode })
}

/** Takes away what a broken-off run, or somebody, left at a place: the link itself, never what it points to. */
function clear(file: string): void {
  try {
    unlinkSync(file)
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
}

function writeThrough(handle: number, content: Uint8Array | string, flush: boolean): void {
  try {
    writeFileSync(handle, content)
    if (flush) fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function writeBeside(file: string, content: Uint8Array | string, mode: number, flush: boolean): void {
  const part = `${file}.part`
  clear(part)
  writeThrough(openSync(part, makeNew, mode), content, flush)
  renameSync(part, file)
}

/** Writes a file beside its place and puts it there in one step, in place of a file or link that was there. */
export function writeWhole(file: string, content: Uint8Array | string, mode = 0o644): void {
  writeBeside(file, content, mode, false)
}

/** Like `writeWhole`, and flushed: it is on the disk when this returns. */
export function writeDurably(file: string, content: Uint8Array | string, mode = 0o644): void {
  writeBeside(file, content, mode, true)
  syncFolder(dirname(file))
}

/**
 * Writes a file that must not be there yet, flushed.
 * @throws Error `EEXIST` where something is there, a link among it
 */
export function writeNew(file: string, content: Uint8Array | string, mode = 0o644): void {
  writeThrough(openSync(file, makeNew, mode), content, true)
  syncFolder(dirname(file))
}

/** More than a line of any of our files has: how far back the end of the last whole line is looked for. */
const tailLength = 65_536

/** Cuts off the beginning of a line that a power cut left at the end: what it was to record did not happen. */
function cutUnfinishedLine(handle: number): void {
  const { size } = fstatSync(handle)
  const from = Math.max(0, size - tailLength)
  const tail = Buffer.alloc(size - from)
  const length = readSync(handle, tail, 0, tail.length, from)
  const whole = from + tail.subarray(0, length).lastIndexOf('\n') + 1
  if (whole < size) ftruncateSync(handle, whole)
}

/**
 * Adds whole lines to the end of a file, which is made where it is not there yet.
 * @param flush whether they must be on the disk when this returns
 * @throws Error `ELOOP` where it is a link, `EPERM` where it is no plain file or has a second name elsewhere
 */
export function appendLines(file: string, lines: string, flush: boolean, mode = 0o600): void {
  const handle = openSync(file, addTo, mode)
  try {
    const found = fstatSync(handle)
    if (!found.isFile() || found.nlink > 1) throw notPlain(file)
    cutUnfinishedLine(handle)
    writeFileSync(handle, lines)
    if (flush) fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Like what the system says, so that it is told to people like it. */
function notPlain(file: string): Error {
  const message = `EPERM: not a plain file of its own, append '${file}'`
  return Object.assign(new Error(message), { code: 'EPERM', syscall: 'append', path: file })
}
