import { argv, exit, stderr, stdout } from 'node:process'
import manifest from '../../../package.json' with { type: 'json' }

// The one question that scripts ask most is answered before anything else is loaded.
if (argv.length === 3 && (argv[2] === '--version' || argv[2] === '-V')) {
  stdout.write(`${manifest.version}\n`)
  exit(0)
}

// Whoever reads our output may stop early, as `head` does; the work goes on, and its exit code stands.
for (const stream of [stdout, stderr])
  stream.on('error', error => {
    if (!('code' in error) || (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED')) throw error
  })

const { runProgram } = await import('./program.ts')
await runProgram(manifest.version, argv)
