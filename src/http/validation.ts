import { ValidationPipe, type ValidationError } from '@nestjs/common'
import { DomainError } from '../shared/errors.js'

/** Checks every body and query against its DTO; what a DTO does not name is refused, so that a misspelt field is noticed. */
export function validation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (errors) =>
      new DomainError('invalid-input', 'Some fields are not valid.', {
        fields: Object.fromEntries(errors.flatMap((error) => fieldsOf(error))),
      }),
  })
}

/** `languages.0.terms` and what is wrong there. */
function fieldsOf(error: ValidationError, parent = ''): [string, string[]][] {
  const name = parent ? `${parent}.${error.property}` : error.property
  const own: [string, string[]][] = error.constraints ? [[name, Object.values(error.constraints)]] : []
  return [...own, ...(error.children ?? []).flatMap((child) => fieldsOf(child, name))]
}
