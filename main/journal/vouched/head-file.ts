/**
 * `heads.jsonl`: the signed heads once more, outside the journal's own file, so that they outlive its being cut short or
 * put back to an older copy. They name nobody.
 */
import { closeSync, constants, fstatSync, fsyncSync, ftruncateSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { openOwnFile, readForeignFileIfThere, replaceOwnFile } from '../../files/index.ts'
import { signedHeadSchema, type SignedHead } from './signed-head.ts'

/** What is read of the file's end when it is opened: some two hundred heads. */
const tailLength = 1 << 16

/** A million heads, in bytes: of a hundred million entries. */
const mostRead = 1 << 28

/** The most that a power cut leaves of a line, some 250 bytes long, or of zeros in its place: a block of the disk. */
const longestTear = 4096

const fileIn = (folder: string): string => join(folder, 'heads.jsonl')

/** What `heads.jsonl` holds. */
export interface KeptHeads {
  /** Oldest first. */
  heads: SignedHead[]
  /** Whole lines that hold no head: no power cut leaves such. */
  damaged: number
  /** Whether it ends in the middle of a line, as a power cut may leave it. */
  torn: boolean
}

/** Reads the heads in the file. Where there is none there are no heads; a pipe or a link in its place is damage. */
export function readHeads(folder: string): KeptHeads {
  let text = ''
  try {
    text = readForeignFileIfThere(fileIn(folder), mostRead)?.bytes.toString('utf8') ?? ''
  } catch {
    return { heads: [], damaged: 1, torn: false }
  }
  const lines = text.split('\n')
  const rest = lines.pop() ?? ''
  const whole = lines.filter((line) => line !== '')
  const heads = whole.map(readHead).filter((head) => head !== null)
  return { heads, damaged: whole.length - heads.length, torn: rest !== '' }
}

/** A head from its JSON text; null where the text is none. */
export function readHead(text: string): SignedHead | null {
  try {
    const read = v.safeParse(signedHeadSchema, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}

const textOf = (heads: readonly SignedHead[]): string => heads.map((head) => `${JSON.stringify(head)}\n`).join('')

/** Writes the file anew with these heads. It is whole at every instant. */
export function replaceHeads(folder: string, heads: readonly SignedHead[]): void {
  replaceOwnFile(fileIn(folder), textOf(heads))
}

/**
 * The writing end. The file is opened once, so that no head is lost where there are no descriptors left; one that was not
 * taken is written with the next. Its calls throw where the disk will not take something.
 */
export class HeadFile {
  private readonly file: string
  private descriptor: number | null = null
  private waiting: SignedHead[] = []

  constructor(folder: string) {
    this.file = fileIn(folder)
  }

  /**
   * Opens it, made where there is none, and takes off what a power cut tore. Answers with the number of the entry whose
   * head is the last; 0: there is none.
   */
  open(): { last: number; torn: boolean } {
    const descriptor = this.opened()
    const { size } = fstatSync(descriptor)
    const tail = Buffer.alloc(Math.min(size, tailLength))
    readSync(descriptor, tail, 0, tail.length, size - tail.length)
    const whole = tail.lastIndexOf('\n') + 1
    const rest = tail.length - whole
    // Anything longer is no tear, and stays to be found.
    if (rest > longestTear) writeSync(descriptor, '\n', size)
    else if (rest > 0) ftruncateSync(descriptor, size - rest)
    const heads = tail.subarray(0, whole).toString('utf8').split('\n').map(readHead)
    return { last: heads.findLast((head) => head !== null)?.seq ?? 0, torn: rest > 0 }
  }

  /**
   * Appends heads, before them those that were not taken earlier, and waits until they are on disk. Answers with how many
   * of the latter there were.
   */
  append(heads: readonly SignedHead[]): number {
    const late = this.waiting.length
    this.waiting.push(...heads)
    const descriptor = this.opened()
    const { size } = fstatSync(descriptor)
    try {
      writeSync(descriptor, textOf(this.waiting), size)
      fsyncSync(descriptor)
    } catch (error) {
      // No part of a line may stand before the next.
      ftruncateSync(descriptor, size)
      throw error
    }
    this.waiting = []
    return late
  }

  close(): void {
    if (this.descriptor !== null) closeSync(this.descriptor)
    this.descriptor = null
  }

  private opened(): number {
    this.descriptor ??= openOwnFile(this.file, constants.O_RDWR | constants.O_CREAT)
    return this.descriptor
  }
}
