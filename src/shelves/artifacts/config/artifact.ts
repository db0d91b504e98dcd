import type { Architecture } from '../../../core/design/answers/types.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { py } from '../../../core/render/escaped.ts'
import { artifact } from '../../../ports/artifact.ts'
import { isModule } from '../shared/drawn.ts'
import { configStems, errorsStem, readsEnvironment, settingsFields } from '../shared/modules.ts'
import { addressesIn, addressItem, pathItem, pathsIn, takesPaths } from '../shared/settings.ts'
import { de } from './de.ts'

type Configuration = Architecture['configuration']

const parameters: Readonly<Record<Configuration, string>> = {
  environment: 'environ: Mapping[str, str] = os.environ',
  files: 'path: Path',
  'pydantic-settings': '',
  combination: 'path: Path | None = None, environ: Mapping[str, str] = os.environ',
}

const settingsStub: Readonly<Record<'plain' | 'pydantic', string>> = {
  plain: '@dataclass(frozen=True, slots=True)\nclass Settings:\n    log_level: LogLevel = "INFO"\n',
  pydantic: 'class Settings(BaseSettings):\n    log_level: Annotated[LogLevel, BeforeValidator(_upper)] = "INFO"\n',
}

const problemStub =
  '@dataclass(frozen=True, slots=True)\nclass ConfigurationProblem:\n    error_code: ClassVar[str]\n    setting: str\n    reason: str\n    def __str__(self) -> str: ...\n'

/** A short piece that reads settings and prints the level; each runs as it is. */
const usage = (configuration: Configuration, packageName: string, prefix: string, raises: boolean): string => {
  const before: Readonly<Record<Configuration, readonly string[]>> = {
    environment: [],
    files: ['from pathlib import Path', ''],
    'pydantic-settings': ['import os', ''],
    combination: [],
  }
  const prepared: Readonly<Record<Configuration, readonly string[]>> = {
    environment: [],
    files: ['path = Path("settings.toml")', 'path.write_text(\'log_level = "DEBUG"\', encoding="utf-8")', ''],
    'pydantic-settings': [`os.environ["${prefix}LOG_LEVEL"] = "DEBUG"`, ''],
    combination: [],
  }
  const call: Readonly<Record<Configuration, string>> = {
    environment: `load_settings({"${prefix}LOG_LEVEL": "DEBUG"})`,
    files: 'load_settings(path)',
    'pydantic-settings': 'load_settings()',
    combination: `load_settings(environ={"${prefix}LOG_LEVEL": "DEBUG"})`,
  }
  return [
    ...before[configuration],
    `from ${packageName} import ${raises ? '' : 'Err, Ok, '}load_settings`,
    '',
    ...prepared[configuration],
    ...(raises
      ? [`settings = ${call[configuration]}`, 'print(settings.log_level)']
      : [
          `match ${call[configuration]}:`,
          '    case Ok(settings):',
          '        print(settings.log_level)',
          '    case Err(problem):',
          '        print(problem)',
        ]),
  ].join('\n')
}

export default artifact({
  id: 'config',
  reads: [
    'architecture.configuration',
    'architecture.errors',
    'architecture.logging',
    'components',
    'intake.purpose',
    'names.package',
    'names.env_prefix',
    'structure',
  ],
  collects: ['plan.environment', 'plan.modules'],
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/config.py`,
  accepts: (path, { names }) => isModule(path, names.package, configStems),
  standing: ({ components }) => {
    const asking = components.find(each => each.options['base_url_setting'] !== undefined)
    return {
      template: true,
      ...(asking && { needed: `The address of the service that ${asking.name} asks is a setting.` }),
    }
  },
  purpose: 'Holds the settings and reads them in.',
  effort: 'simple',
  needs: ['errors'],
  interface: ({ architecture, plan }) => {
    const raises = architecture.errors === 'exceptions'
    const returns = raises ? 'Settings' : 'Result[Settings, ConfigurationProblem]'
    const settings = [
      settingsStub[architecture.configuration === 'pydantic-settings' ? 'pydantic' : 'plain'],
      ...pathsIn(architecture.configuration, plan.environment).map(each => `    ${each.field}: Path\n`),
      ...addressesIn(plan.environment).map(each => `    ${each.field}: str | None\n`),
    ].join('')
    const load = `def load_settings(${parameters[architecture.configuration]}) -> ${returns}: ...\n`
    return [...(raises ? [] : [problemStub]), settings, load].join('\n')
  },
  contributes: from => {
    const { architecture, names } = from
    const raises = architecture.errors === 'exceptions'
    return {
      translations: { de },
      requirements: architecture.configuration === 'pydantic-settings' ? ['pydantic', 'pydantic-settings'] : [],
      exports: ['Settings', 'load_settings', ...(raises ? [] : ['ConfigurationProblem'])],
      environment: readsEnvironment(architecture.configuration)
        ? settingsFields(from).map(({ variable, ...field }) => ({ ...field, name: `${names.env_prefix}${variable}` }))
        : [],
      features: [
        {
          environment: 'Settings come from environment variables, checked, typed and immutable.',
          files: 'Settings come from a TOML file, checked, typed and immutable.',
          'pydantic-settings': 'Settings come from environment variables, validated by Pydantic and immutable.',
          combination:
            'Settings come from a TOML file that environment variables override, checked, typed and immutable.',
        }[architecture.configuration],
      ],
      usage: [
        {
          title: 'Settings',
          code: usage(architecture.configuration, names.package, names.env_prefix, raises),
          prints: 'DEBUG',
        },
      ],
    }
  },
  names: ({ plan, names, architecture }) => ({
    'my_package.my_errors': plan.modules['errors'] ?? `${names.package}.${errorsStem(architecture.errors)}`,
  }),
  slots: from => ({
    log_level: settingsFields(from).map(each => py`${py.name(each.field)}: ${py.doc(each.meaning)}`),
  }),
  loops: ({ architecture, plan, names }) => {
    const found = addressesIn(plan.environment)
    const addresses = { addresses: found.map(each => addressItem(each, names.env_prefix)) }
    if (!takesPaths(architecture.configuration)) return { ...addresses, texts: found.length > 0 ? [{}] : [] }
    const paths = pathsIn(architecture.configuration, plan.environment)
    return {
      ...addresses,
      pathlib: paths.length > 0 ? [{}] : [],
      paths: paths.map(each => pathItem(each, names.env_prefix)),
    }
  },
  template: ({ architecture }) => `config_${architecture.configuration}.py`,
})
