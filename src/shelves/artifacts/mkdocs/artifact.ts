import { plain } from '../../../core/render/escaped.ts'
import { artifact } from '../../../ports/artifact.ts'
import { hasDocs } from '../shared/docs.ts'
import { pathOf } from '../shared/plan.ts'
import { webPage } from '../shared/remote.ts'

export default artifact({
  id: 'mkdocs',
  reads: [
    'features.docs',
    'features.docs_contents',
    'intake.description',
    'intake.maturity',
    'intake.purpose',
    'names',
    'project.remote',
  ],
  exists: from => hasDocs(from),
  path: () => 'mkdocs.yml',
  standing: () => ({ template: true, needed: 'The documentation is built from it.' }),
  purpose: 'Describes the documentation site.',
  effort: 'simple',
  contributes: () => ({
    dev_requirements: ['mkdocs', 'mkdocstrings', 'mkdocstrings-python'],
    checks: [{ does: 'Documentation', command: 'mkdocs build' }],
  }),
  collects: ['plan.files'],
  compose: ({ features, intake, names, project, plan }) => {
    /** A page of the site, where the repository has it there. */
    const entry = (title: string, role: string) => {
      const path = pathOf(plan.files, role)
      return path?.startsWith('docs/') === true ? [{ [title]: path.slice('docs/'.length) }] : []
    }
    const page = webPage(project.remote)
    const has = (content: (typeof features.docs_contents)[number]) => features.docs_contents.includes(content)
    return {
      format: 'yaml',
      value: {
        site_name: names.title,
        site_description: plain.text(intake.description),
        ...(page !== undefined && { repo_url: page }),
        docs_dir: 'docs',
        site_dir: 'build/site',
        // What a link promises must be there.
        strict: true,
        theme: { name: 'readthedocs' },
        nav: [
          { Home: 'index.md' },
          ...(has('api-reference') ? [{ Reference: 'reference.md' }] : []),
          ...entry('Decisions', 'adr'),
          ...entry('Set-up', 'setup-guide'),
        ],
        plugins: [
          'search',
          {
            mkdocstrings: {
              handlers: {
                python: {
                  paths: [pathOf(plan.files, 'package-init')?.startsWith('src/') === true ? 'src' : '.'],
                  options: { show_root_heading: true, members_order: 'source', show_source: false },
                },
              },
            },
          },
        ],
        validation: { nav: { omitted_files: 'warn' }, links: { anchors: 'warn', unrecognized_links: 'warn' } },
      },
    }
  },
})
