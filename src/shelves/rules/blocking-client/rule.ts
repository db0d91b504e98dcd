import { isInEarnest } from '../../../core/python/file-role.ts'
import { field } from '../../../core/python/nodes.ts'
import { blockingCall, blockingMethod } from '../../../core/python/source/blocking.ts'
import { coroutineAround } from '../../../core/python/source/definitions.ts'
import { at, rule } from '../../../ports/rule.ts'

/** What other rules speak of: sessions of databases, and what Ruff finds. */
const others = /^(?:sqlalchemy|sqlmodel|sqlite3|httpx|time|subprocess|os|requests\.(?!Session)|urllib\.)/

export default rule({
  id: 'blocking-client',
  pack: 'async',
  allows: 'allow blocking clients in async code',
  what: 'A coroutine asks another service through a client that blocks: a `requests.Session`, boto3, Redis, SMTP, a model’s API.',
  why: 'The event loop stands still until the other side has answered, and with it every other request.',
  fix: 'Use the library’s asynchronous client (`redis.asyncio`, aioboto3, aiosmtplib, `AsyncOpenAI` …), or run the call in a thread.',
  bad: 'import boto3\n\ns3 = boto3.client("s3")\n\n\nasync def store(key: str, body: bytes) -> None:\n    s3.put_object(Bucket="files", Key=key, Body=body)\n',
  good: 'import asyncio\n\nimport boto3\n\ns3 = boto3.client("s3")\n\n\nasync def store(key: str, body: bytes) -> None:\n    await asyncio.to_thread(s3.put_object, Bucket="files", Key=key, Body=body)\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isInEarnest,
  look: {
    by: 'source',
    mentions: [
      'boto3',
      'redis',
      'requests',
      'smtplib',
      'ftplib',
      'openai',
      'anthropic',
      'paramiko',
      'elasticsearch',
      'pika',
      'urllib3',
      'socket',
    ],
    visit: {
      call: (node, source) => {
        const what = blockingCall(source, node)
        if (what === undefined || others.test(what) || coroutineAround(source, node) === undefined) return undefined
        // What is awaited is no call that blocks, whatever its class is called.
        if (node.parent?.type === 'await') return undefined
        const written = blockingMethod(source, node) === undefined ? what : (field(node, 'function')?.text ?? what)
        return at(node, `\`${written}\` blocks (${what}), and this is a coroutine.`)
      },
    },
  },
})
