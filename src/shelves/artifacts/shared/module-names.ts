interface Planned {
  readonly plan: { readonly modules: Readonly<Record<string, string>> }
}

/** Names of modules in templates, by the role of the file that each stands for: `{my_app: 'api-app'}` → `my_package.my_app`. */
export const moduleNames =
  (roles: Readonly<Record<string, string>>) =>
  ({ plan }: Planned): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(roles).map(([name, role]) => [`my_package.${name}`, plan.modules[role] ?? '']))
