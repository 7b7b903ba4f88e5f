import { yuan } from '@/shared/format'

/** Yuan as typed ("1", "1.5", "¥1,234.50") as fen; empty stays empty, null when it is no amount of 0 or more. */
export function fenOf(typed: string): string | null {
  const text = typed.replace(/[¥,\s]/g, '')
  if (!text) return ''
  if (!/^\d{1,9}(\.\d{0,2})?$/.test(text)) return null
  const [whole = '0', part = ''] = text.split('.')
  return String(Number(whole) * 100 + Number(part.padEnd(2, '0')))
}

/** Fen as yuan for a field: "1.50"; whole yuan without decimals. */
export const yuanOf = (fen: string) => (!/^\d+$/.test(fen) ? '' : Number(fen) % 100 === 0 ? String(Number(fen) / 100) : (Number(fen) / 100).toFixed(2))

/** A range of amounts in fen as people read it. */
export function moneyText(min: string, max: string): string {
  if (min && max) return `${yuan(Number(min))} – ${yuan(Number(max))}`
  return min ? `≥ ${yuan(Number(min))}` : `≤ ${yuan(Number(max))}`
}
