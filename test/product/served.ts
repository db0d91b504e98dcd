import { createServer } from 'node:net'

/** A port that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/** Waits until the service answers, for as long as a slow machine may need. */
export const ready = async (url: string): Promise<boolean> => {
  for (let tries = 0; tries < 200; tries++) {
    const answered = await fetch(`${url}/ready`).then(
      answer => answer.ok,
      () => false,
    )
    if (answered) return true
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return false
}
