import { awaitedDecision, findingWords, type Suggestion, taskWords } from '../../../app/use-cases/complete.ts'
import { decidable } from '../../../app/use-cases/decide.ts'
import { explainable } from '../../../app/use-cases/explain.ts'
import type { World } from '../../../app/world.ts'
import { answerStages } from '../../../core/design/answers/stages.ts'
import { shells } from './scripts.ts'
import type { Place } from './suggest.ts'

const plain = (words: readonly string[], about = ''): readonly Suggestion[] => words.map(each => [each, about] as const)

const decisionsFor = (what: string | undefined): readonly string[] => {
  if (what?.startsWith('critic_')) return ['proceed', 'revise', 'clarify']
  if (what === 'tasks') return ['accept-passing']
  return what === 'structure' || what === 'additions' || what === 'plan' ? ['approve'] : ['confirm']
}

const critics = async (world: World): Promise<readonly Suggestion[]> =>
  (await world.shelves.critics()).map(each => [each.id, each.asks] as const)

/** The words that fit a place of the command line, by the name that the command gives it. */
export const valuesOf =
  (world: World) =>
  async ({ verb, name, before }: Place): Promise<readonly Suggestion[]> => {
    switch (name) {
      case 'task':
        return taskWords(world)
      case 'finding':
        return findingWords(world, before[0] ?? '')
      case 'what': {
        const awaited = await awaitedDecision(world)
        return decidable.map(each => [each, each === awaited ? 'the run waits for it' : ''] as const)
      }
      case 'decision':
        return plain(decisionsFor(before[0]))
      case 'stage':
        return plain(answerStages)
      case 'shell':
        return plain(Object.keys(shells))
      case 'name':
        return verb === 'schema'
          ? plain(['answers', 'report'])
          : Object.entries(await explainable(world)).flatMap(([kind, names]) => plain(names, kind))
      case '--doer':
        return (await world.shelves.doers()).map(
          each => [each.takes === undefined ? each.id : `${each.id}:`, each.title] as const,
        )
      case '--format':
        return (await world.shelves.reports()).map(each => [each.id, each.file] as const)
      case '--acknowledge':
        return (await world.shelves.checks()).map(each => [each.id, each.title] as const)
      case '--about':
      case '--clarify':
        return critics(world)
      default:
        return []
    }
  }
