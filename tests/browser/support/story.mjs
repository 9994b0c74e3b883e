// A journey told as one story: its steps run in order, on what the steps before have left behind.
// When one fails, those after it are said not to have been reached instead of failing in riddles.
import { test } from 'node:test'

export function story(title, tell) {
  test(title, async (t) => {
    let broken = ''
    await tell(async (name, body) => {
      await t.test(name, async () => {
        if (broken) throw new Error(`not reached: “${broken}” failed`)
        try {
          await body()
        } catch (error) {
          broken = name
          throw error
        }
      })
    }, t)
  })
}
