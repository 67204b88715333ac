import { crc32, deflateRawSync } from 'node:zlib'

export interface ZippedFile {
  readonly name: string
  readonly text: string
}

// The first day that a ZIP can name: the same content is the same file, byte for byte.
const FIRST_DAY = 0x0021
const UTF8_NAMES = 0x0800
const DEFLATED = 8
const VERSION = 20

/** Files in one ZIP. Compression and checksum are Node's; here are only the heads. PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16. */
export function zipFiles(files: readonly ZippedFile[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text } of files) {
    const content = Buffer.from(text, 'utf8')
    const packed = deflateRawSync(content)
    const common = commonHead(Buffer.byteLength(name), content, packed.length)
    const local = Buffer.concat([uint32(0x04034b50), common, Buffer.from(name)])
    const place = [
      uint32(0x02014b50),
      uint16(VERSION),
      common,
      uint16(0),
      uint16(0),
      uint16(0),
      uint32(0),
      uint32(offset),
    ]
    bodies.push(local, packed)
    directory.push(...place, Buffer.from(name))
    offset += local.length + packed.length
  }
  const list = Buffer.concat(directory)
  const count = uint16(files.length)
  const end = [
    uint32(0x06054b50),
    uint16(0),
    uint16(0),
    count,
    count,
    uint32(list.length),
    uint32(offset),
    uint16(0),
  ]
  return Buffer.concat([...bodies, list, ...end])
}

// What the head before a file and its line in the directory have in common.
function commonHead(nameLength: number, content: Buffer, packedLength: number): Buffer {
  return Buffer.concat([
    ...[VERSION, UTF8_NAMES, DEFLATED, 0, FIRST_DAY].map(uint16),
    ...[crc32(content), packedLength, content.length].map(uint32),
    ...[nameLength, 0].map(uint16),
  ])
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
