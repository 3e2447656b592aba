import type { INestApplication } from '@nestjs/common'
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger'

/** The API as a document, made from the controllers and DTOs themselves. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Termloom')
    .setDescription('Parallel documents in, a glossary people trust out. Errors are problem details after RFC 9457.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key' }, 'key')
    .addCookieAuth('termloom', { type: 'apiKey', in: 'cookie', name: 'termloom' }, 'session')
    .addSecurityRequirements('key')
    .addSecurityRequirements('session')
    .build()
  return SwaggerModule.createDocument(app, frame, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  })
}

/** The document at /api/v1/openapi.json and a page to read it at /api/docs. */
export function publishApiDescription(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/v1/openapi.json',
    yamlDocumentUrl: '',
  })
}
