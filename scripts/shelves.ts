/** The shelves whose registry is generated: the unit's file, its type, and the text that the registry shows without loading it. */
export const shelves = [
  { name: 'artifacts', file: 'artifact.ts', type: 'Artifact', port: 'artifact', title: 'purpose' },
  { name: 'backbones', file: 'backbone.ts', type: 'Backbone', port: 'backbone', title: 'title' },
  { name: 'critics', file: 'critic.ts', type: 'Critic', port: 'critic', title: 'asks' },
  { name: 'checks', file: 'check.ts', type: 'Check', port: 'check', title: 'what' },
  { name: 'rules', file: 'rule.ts', family: 'rules.ts', type: 'Rule', port: 'rule', title: 'what' },
  { name: 'managers', file: 'manager.ts', type: 'Manager', port: 'manager', title: 'title' },
  { name: 'doers', file: 'doer.ts', type: 'Doer', port: 'doer', title: 'title' },
  { name: 'practices', file: 'practice.ts', type: 'Practice', port: 'practice', title: 'title' },
  { name: 'tools', file: 'tool.ts', type: 'OwnTool', port: 'own-tool', title: 'title' },
  { name: 'reports', file: 'report.ts', type: 'ReportFormat', port: 'report', title: 'title' },
] as const

/** A shelf of the house. */
export type Shelf = (typeof shelves)[number]
