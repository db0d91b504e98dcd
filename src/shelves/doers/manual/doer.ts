import { doer } from '../../../ports/doer.ts'

export default doer({
  id: 'manual',
  title: 'A person, or a tool of theirs: the prompt is printed, the file is put in place and submitted.',
  make: async ({ task, path }) => ({
    kind: 'waiting',
    how: `\`trysquare task prompt ${task}\` prints what to make; put it at ${path}, then \`trysquare task submit ${task}\`.`,
  }),
})
