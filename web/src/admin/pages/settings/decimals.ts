// Numbers as people type them, to what the server keeps: exactly, never by way of a fraction of a yuan.

/** Yuan as typed to fen: "0.5" → 50; null when it is no amount with at most two decimals. */
export function fenOf(typed: string): number | null {
  const match = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(plain(typed).replace(/^¥/, ''))
  if (!match) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** Fen as yuan to be typed over: 50 → "0.50". */
export const yuanText = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** A number as typed, or null. */
export function numberOf(typed: string): number | null {
  const text = plain(typed)
  return /^-?\d{1,12}(?:\.\d{1,9})?$/.test(text) ? Number(text) : null
}

/** A number to be typed over, of a unit that is `scale` of the kept one: 5400 s by 3600 → "1.5". */
export const numberText = (value: number, scale = 1) => String(Number((value / scale).toFixed(scale === 1 ? 9 : 4)))

/** Full-width digits and points are what a Chinese keyboard may give. */
function plain(typed: string): string {
  return typed.trim().replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/[．。]/g, '.').replace(/[,，\s]/g, '').replace(/^￥/, '¥')
}
