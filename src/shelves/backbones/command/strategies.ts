import { floatText, type Parameter } from './parameters.ts'

/** A Hypothesis strategy for the values of a parameter. */
const values = (each: Parameter): string => {
  const { ge, le } = each
  const bounds = (write: (value: number) => string): string =>
    [
      ...(ge === undefined ? [] : [`min_value=${write(ge)}`]),
      ...(le === undefined ? [] : [`max_value=${write(le)}`]),
    ].join(', ')
  switch (each.type) {
    case 'str':
      return 'TEXTS'
    case 'int':
      return `st.integers(${bounds(String)})`
    case 'float': {
      const given = bounds(floatText)
      return `st.floats(${given}${given === '' ? '' : ', '}allow_nan=False, allow_infinity=False)`
    }
    case 'bool':
      return 'st.booleans()'
    case 'path':
      return 'PATHS'
    case 'enum':
      return `st.sampled_from(${each.choice})`
  }
}

/** Whether the strategies need one of the shared ones. */
export const uses = (all: readonly Parameter[], type: 'str' | 'path'): boolean => all.some(each => each.type === type)

/** A strategy for any request that the command line can give. */
export const requests = (all: readonly Parameter[], request: string): string => {
  const fields = all.map(each => `${each.name}=${each.optional === true ? 'st.none() | ' : ''}${values(each)}`)
  return `REQUESTS = st.builds(${[request, ...fields].join(', ')})`
}

/** How a request is typed: the flags first, then `--`, then the arguments, so that a value may begin with a hyphen. */
export const typing = (all: readonly Parameter[]): readonly string[] => {
  const word = (each: Parameter): string => `str(request.${each.name})`
  const flags = all.filter(each => each.isFlag)
  const places = all.filter(each => !each.isFlag)
  const flagLines = flags.flatMap(each => {
    const add = `typed.append(f"${each.typed}={request.${each.name}}")`
    if (each.type === 'bool') {
      return each.default === true
        ? [`typed.append("${each.typed}" if request.${each.name} else "--no-${each.typed.slice(2)}")`]
        : [`if request.${each.name}:`, `    typed.append("${each.typed}")`]
    }
    return each.optional === true ? [`if request.${each.name} is not None:`, `    ${add}`] : [add]
  })
  const last = places.at(-1)
  const mayLack = last?.optional === true ? last : undefined
  const always = places.filter(each => each !== mayLack)
  return [
    'typed: list[str] = []',
    ...flagLines,
    ...(places.length === 0 ? [] : [`typed += [${['"--"', ...always.map(word)].join(', ')}]`]),
    ...(mayLack === undefined ? [] : [`if request.${mayLack.name} is not None:`, `    typed.append(${word(mayLack)})`]),
  ]
}
