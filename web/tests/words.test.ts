import { describe, expect, it } from 'vitest'
import en from '@/shared/i18n/en'
import zh from '@/shared/i18n/zh'

/** Every text by its path, and the values it takes: once, for forms of number repeat them. */
function texts(of: object, path = ''): [string, string][] {
  return Object.entries(of).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${name}`, [...new Set([...value.matchAll(/\{(\w+)\}/g)].map(m => m[1]))].sort().join()]] : texts(value as object, `${path}${name}.`))
}

const pageWords = import.meta.glob<{ zh: object; en: object }>('../src/**/words.ts', { eager: true })

describe('both languages say the same', () => {
  it('the common words', () => expect(texts(en).sort()).toEqual(texts(zh).sort()))

  it.each(Object.entries(pageWords))('%s', (_, words) => {
    expect(texts(words.zh)).not.toEqual([])
    expect(texts(words.en).sort()).toEqual(texts(words.zh).sort())
  })
})

describe('Chinese texts', () => {
  it('are calm', () => expect(JSON.stringify(zh)).not.toMatch(/[!！]/))
})
