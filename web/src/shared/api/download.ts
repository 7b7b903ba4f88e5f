import { send } from './client'

/** How far a download is: rows so far, and how many there are, if that is known. */
export interface DownloadProgress {
  rows: number
  total: number | null
}

/** Reads a CSV as it comes, telling how far it is, and hands it to the browser as a file. */
export async function downloadCsv(path: string, name: string, tell: (progress: DownloadProgress) => void, signal?: AbortSignal): Promise<void> {
  const response = await send('GET', path, undefined, signal)
  const count = Number(response.headers.get('X-Total-Count'))
  const total = response.headers.has('X-Total-Count') && Number.isFinite(count) ? count : null
  const parts: Uint8Array<ArrayBuffer>[] = []
  let rows = -1 // the header is a line, too
  tell({ rows: 0, total })
  const reader = response.body!.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value as Uint8Array<ArrayBuffer>)
    for (const byte of value) if (byte === 10) rows++
    tell({ rows: Math.max(0, rows), total })
  }
  save(new Blob(parts, { type: 'text/csv;charset=utf-8' }), name)
}

/** Hands something to the browser as a file. */
export function save(content: Blob, name: string) {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
