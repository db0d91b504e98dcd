import { artifact } from '../../../ports/artifact.ts'
import { isContained } from '../shared/deployed.ts'

export default artifact({
  id: 'compose',
  reads: ['features.api', 'intake.deployment', 'names.distribution', 'names.env_prefix'],
  exists: isContained,
  path: () => 'compose.yaml',
  accepts: path => /^(?:docker-)?compose\.ya?ml$/.test(path),
  standing: () => ({ template: true, needed: 'It starts the service with its data beside it.' }),
  purpose: 'Starts the service in a container, with its data in a volume.',
  effort: 'simple',
  needs: ['dockerfile'],
  compose: ({ names }) => ({
    format: 'yaml',
    value: {
      services: {
        [names.distribution]: {
          build: '.',
          environment: { [`${names.env_prefix}LOG_LEVEL`]: `\${${names.env_prefix}LOG_LEVEL:-INFO}` },
          ports: ['127.0.0.1:8000:8000'],
          volumes: ['data:/data'],
          read_only: true,
          tmpfs: ['/tmp'],
          cap_drop: ['ALL'],
          security_opt: ['no-new-privileges:true'],
          restart: 'unless-stopped',
        },
      },
      volumes: { data: null },
    },
  }),
})
