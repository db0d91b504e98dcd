import { isInEarnest } from '../../../core/python/file-role.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'lost-task',
  pack: 'async',
  allows: 'allow a task that nobody keeps',
  what: '`asyncio.create_task` or `ensure_future` is called and its task is not kept.',
  why: 'The event loop holds tasks weakly: one that nobody keeps may be collected in the middle of its work. Its exception is told to nobody either.',
  fix: 'Keep it: in a `TaskGroup`, or in a set from which it removes itself (`task.add_done_callback(tasks.discard)`).',
  bad: 'import asyncio\n\n\nasync def start() -> None:\n    asyncio.create_task(work())\n',
  good: 'import asyncio\n\n\nasync def start() -> None:\n    async with asyncio.TaskGroup() as group:\n        group.create_task(work())\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  files: isInEarnest,
  look: { by: 'ruff', code: 'RUF006' },
})
