import { dash } from '@/shared/format'

/** Milliseconds with the digits that matter: 0.08 ms, 4.2 ms, 167 ms. */
export function ms(value: number | null | undefined): string {
  if (value === null || value === undefined) return dash
  return `${value < 1 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`
}

/** Calls a second. */
export const perSecond = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US'))
