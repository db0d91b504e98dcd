import type { Architecture } from '../../../core/design/answers/types.ts'

type Chosen = Pick<Architecture, 'configuration' | 'errors' | 'logging'>

const speaks: Readonly<Record<Architecture['logging'], (level: string) => readonly string[]>> = {
  stdlib: level => [`configure_logging(${level})`, 'get_logger().info("Ready.")'],
  structlog: level => [`configure_logging(${level})`, 'get_logger().info("ready", version=1)'],
  minimal: level => ['logging.basicConfig()', `logging.getLogger("PACKAGE").setLevel(${level})`],
}

const own: Readonly<Record<Architecture['logging'], readonly string[]>> = {
  stdlib: ['configure_logging', 'get_logger'],
  structlog: ['configure_logging', 'get_logger'],
  minimal: [],
}

/** A short piece that makes records visible, at the level of the settings where the project has them; it runs as it is. */
export const usage = (packageName: string, chosen: Chosen, settings: boolean): string => {
  const raises = chosen.errors === 'exceptions'
  const fromFile = settings && chosen.configuration === 'files'
  const names = [
    ...(settings && !raises ? ['Err'] : []),
    ...own[chosen.logging],
    ...(settings ? ['load_settings'] : []),
  ]
  const standard = [
    ...(chosen.logging === 'minimal' ? ['import logging'] : []),
    ...(fromFile ? ['from pathlib import Path'] : []),
  ]
  const ours = names.length === 0 ? [] : [`from ${packageName} import ${names.join(', ')}`]
  return [
    ...standard,
    ...(standard.length > 0 && ours.length > 0 ? [''] : []),
    ...ours,
    '',
    ...(fromFile ? ['path = Path("settings.toml")', 'path.write_text(\'log_level = "DEBUG"\', encoding="utf-8")'] : []),
    ...(settings ? [`${raises ? 'settings' : 'loaded'} = load_settings(${fromFile ? 'path' : ''})`] : []),
    ...(settings && !raises
      ? ['if isinstance(loaded, Err):', '    raise SystemExit(str(loaded.error))', 'settings = loaded.value']
      : []),
    ...speaks[chosen.logging](settings ? 'settings.log_level' : '"DEBUG"'),
  ]
    .join('\n')
    .replace('PACKAGE', packageName)
}
