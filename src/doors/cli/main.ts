import { argv, stderr, stdout } from 'node:process'
import manifest from '../../../package.json' with { type: 'json' }

// Whoever reads our output may stop early, as `head` does; the work goes on, and its exit code stands.
for (const stream of [stdout, stderr])
  stream.on('error', error => {
    if (!('code' in error) || (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED')) throw error
  })

const { runProgram } = await import('./program.ts')
await runProgram(manifest.version, argv)
