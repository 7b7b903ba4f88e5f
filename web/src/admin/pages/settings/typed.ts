// Between what is typed and what is kept, for each kind of field.

import { fenOf, numberOf, numberText, yuanText } from './decimals'
import type { Value } from './draft'
import type { Field } from './fields'

export type Typed = { value: Value } | { fault: 'money' | 'number' | 'whole' | 'range' | 'tiles' | 'text' | 'letters' }

/** What is shown in the input of a value. */
export function textOf(field: Field, value: Value | undefined): string {
  if (value === undefined || value === 'none') return ''
  if (typeof value !== 'number') return typeof value === 'string' ? value : ''
  return field.kind === 'money' || field.kind === 'moneyOrNone' ? yuanText(value) : numberText(value, field.scale)
}

/** What is typed as the server keeps it, or why not. */
export function valueOf(field: Field, typed: string): Typed {
  switch (field.kind) {
    case 'money':
    case 'moneyOrNone': {
      const fen = fenOf(typed)
      return fen === null ? { fault: 'money' } : within(field, fen)
    }
    case 'degreesOrNone':
      if (!typed.trim()) return { value: 'none' }
      return number(field, typed)
    case 'whole':
    case 'number':
    case 'span':
      return number(field, typed)
    case 'tiles':
      return typed === '' || (/^https?:\/\/[^\s/]+/.test(typed) && typed.length <= field.most && typed.includes('{z}') && typed.includes('{x}') && /\{-?y\}/.test(typed))
        ? { value: typed } : { fault: 'tiles' }
    case 'letters':
      return /^[a-z0-9]*$/.test(typed) && typed.length <= field.most ? { value: typed } : { fault: 'letters' }
    case 'text':
      return typed.length <= field.most && !/[<>\p{Cc}]/u.test(typed) ? { value: typed } : { fault: 'text' }
    default:
      return { value: typed }
  }
}

function number(field: Field, typed: string): Typed {
  const given = numberOf(typed)
  if (given === null) return { fault: field.kind === 'whole' ? 'whole' : 'number' }
  const kept = field.kind === 'span' ? Math.round(given * field.scale) : given
  return field.kind === 'whole' && !Number.isInteger(kept) ? { fault: 'whole' } : within(field, kept)
}

const within = (field: Field, value: number): Typed => (value < field.least || value > field.most ? { fault: 'range' } : { value })
