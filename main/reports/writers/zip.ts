/**
 * A ZIP archive as it comes (APPNOTE.TXT 6.3.10): parts of which nobody knows the length before they have been written, each
 * compressed while it is made, so that no part is ever held. Length and checksum follow each part in a descriptor (§4.3.9).
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

/** One file of the archive. */
export interface ZipPart {
  /** ASCII. */
  name: string
  content: AsyncIterable<string> | Iterable<string>
}

/** More than the archive's 32-bit fields can say (§4.4.8, §4.4.9). */
export class ArchiveTooLarge extends Error {
  readonly code = 'ARCHIVE_TOO_LARGE'
  constructor() {
    super('the archive has grown beyond four gigabytes')
    this.name = 'ArchiveTooLarge'
  }
}

/** Bytes that an archive without ZIP64 can say it has. */
const most = 0xffff_ffff

/** A length follows the content (bit 3). */
const flags = 1 << 3
const deflated = 8
/** Version 2.0: compression. */
const version = 20
/** 1 January 1980: the format's first day. Two archives of the same content are the same bytes. */
const firstDay = 0x0021

interface Written {
  name: Buffer
  offset: number
  crc: number
  packed: number
  unpacked: number
}

/** The bytes, part after part, in the order in which parts are given. @throws ArchiveTooLarge */
export async function* zip(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for await (const { name, content } of parts) {
    const part: Written = { name: Buffer.from(name, 'ascii'), offset, crc: 0, packed: 0, unpacked: 0 }
    const header = localHeader(part)
    yield header
    for await (const chunk of packed(content, part)) {
      part.packed += chunk.length
      yield chunk
    }
    const descriptor = dataDescriptor(part)
    yield descriptor
    offset += header.length + part.packed + descriptor.length
    if (offset > most) throw new ArchiveTooLarge()
    written.push(part)
  }
  yield directory(written, offset)
}

/** The content, compressed; what it was is added up on the way. */
async function* packed(content: ZipPart['content'], part: Written): AsyncGenerator<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const text of content) {
      const bytes = Buffer.from(text, 'utf8')
      part.crc = crc32(bytes, part.crc)
      part.unpacked += bytes.length
      if (part.unpacked > most) throw new ArchiveTooLarge()
      yield bytes
    }
  }
  const deflate = createDeflateRaw()
  const done = pipeline(Readable.from(counted()), deflate)
  // What goes wrong is thrown by the loop; the promise alone would end the process.
  done.catch(() => undefined)
  for await (const chunk of deflate) yield Buffer.from(chunk)
  await done
}

/** §4.3.7 */
function localHeader({ name }: Written): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  writeCommon(header, 4)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

/** What local and central headers share: version, flags, method and date. */
function writeCommon(header: Buffer, at: number): void {
  header.writeUInt16LE(version, at)
  header.writeUInt16LE(flags, at + 2)
  header.writeUInt16LE(deflated, at + 4)
  header.writeUInt16LE(firstDay, at + 8)
}

/** Checksum and lengths, as §4.3.9 orders them. */
function writeSizes(bytes: Buffer, at: number, { crc, packed: packedLength, unpacked }: Written): void {
  bytes.writeUInt32LE(crc, at)
  bytes.writeUInt32LE(packedLength, at + 4)
  bytes.writeUInt32LE(unpacked, at + 8)
}

function dataDescriptor(part: Written): Buffer {
  const descriptor = Buffer.alloc(16)
  descriptor.writeUInt32LE(0x08074b50, 0)
  writeSizes(descriptor, 4, part)
  return descriptor
}

/** §4.3.12 and §4.3.16 */
function directory(parts: readonly Written[], offset: number): Buffer {
  const headers = parts.map((part) => {
    const header = Buffer.alloc(46)
    header.writeUInt32LE(0x02014b50, 0)
    header.writeUInt16LE(version, 4)
    writeCommon(header, 6)
    writeSizes(header, 16, part)
    header.writeUInt16LE(part.name.length, 28)
    header.writeUInt32LE(part.offset, 42)
    return Buffer.concat([header, part.name])
  })
  const central = Buffer.concat(headers)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([central, end])
}
