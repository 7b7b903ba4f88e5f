/** A file's text, and how it was written. */
export interface Decoded {
  text: string
  encoding: 'utf-8' | 'utf-16le' | 'gb18030'
}

/** Reads what spreadsheets write in China: UTF-8, "Unicode text", or GB18030 where it is no UTF-8. */
export function decodeCsv(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' }
  }
}
