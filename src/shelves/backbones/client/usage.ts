import type { Architecture } from '../../../core/design/answers/types.ts'

interface About {
  readonly pascal: string
  readonly module: string
  readonly errors: Architecture['errors']
  readonly awaiting: boolean
}

/** A few lines that ask a service which answers from memory, and what they print. */
export const usage = ({ pascal, module, errors, awaiting }: About) => {
  const wait = awaiting ? 'await ' : ''
  const printed = errors === 'exceptions' ? 'item["name"]' : 'item'
  const asking = `${awaiting ? 'async ' : ''}with ${pascal}(config, transport=transport) as client:
    item = ${wait}client.get("items", "7", decode=json.loads)
    print(${printed})`
  const main = awaiting
    ? `\n\nasync def main() -> None:\n${asking.replace(/^/gm, '    ')}\n\n\nasyncio.run(main())\n`
    : `${asking}\n`
  return {
    title: 'Ask another service',
    code: `${awaiting ? 'import asyncio\n' : ''}import json

import httpx2

from ${module} import ${pascal}, ${pascal}Config

config = ${pascal}Config(base_url="https://service.example.org/v1", deadline=10)
# This transport answers from memory; without it the network does.
transport = httpx2.MockTransport(lambda request: httpx2.Response(200, json={"name": "plane"}))
${main}`,
    prints: errors === 'exceptions' ? 'plane\n' : "Ok(value={'name': 'plane'})\n",
  }
}
