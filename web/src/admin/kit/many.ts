import { ApiError } from '@/shared/api/client'

/** How far work on many things is. */
export interface ManyProgress {
  done: number
  total: number
}

/** What became of each of many things. */
export interface ManyResult<T> {
  done: T[]
  failed: { item: T; error: ApiError }[]
}

const atOnce = 4

/** Does the same to many things, a few at a time; what is refused does not stop the rest. */
export async function doMany<T>(items: readonly T[], work: (item: T) => Promise<unknown>, tell: (progress: ManyProgress) => void): Promise<ManyResult<T>> {
  const result: ManyResult<T> = { done: [], failed: [] }
  const waiting = [...items]
  const report = () => tell({ done: result.done.length + result.failed.length, total: items.length })
  async function next(): Promise<void> {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await work(item)
        result.done.push(item)
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        result.failed.push({ item, error })
      }
      report()
    }
  }
  report()
  await Promise.all(Array.from({ length: atOnce }, next))
  return result
}
