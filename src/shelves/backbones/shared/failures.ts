import type { Architecture } from '../../../core/design/answers/types.ts'

type Errors = Architecture['errors']

/** The failures of a kind of component: what they are called where they are raised, and where they are returned. */
export interface Failures<Name extends string> {
  /** The name of a failure where the design raises or returns it. */
  readonly failure: (pascal: string, errors: Errors, name: Name) => string
  /** The names of all failures, by their sample names. */
  readonly failureNames: (pascal: string, errors: Errors) => Readonly<Record<string, string>>
}

/** Exceptions say that they are: `OrderNotFoundError`. What is returned is named by what it is: `OrderNotFound`. */
export const failuresOf = <Name extends string>(returned: Readonly<Record<Name, string>>): Failures<Name> => {
  const failure: Failures<Name>['failure'] = (pascal, errors, name) =>
    `${pascal}${errors === 'exceptions' ? name : returned[name]}`
  return {
    failure,
    failureNames: (pascal, errors) =>
      Object.fromEntries(
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record are its keys
        (Object.keys(returned) as Name[]).map(name => [`MyComponent${name}`, failure(pascal, errors, name)]),
      ),
  }
}
