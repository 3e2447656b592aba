import { createBrowserRouter, Navigate } from 'react-router'
import { FaultScreen, LostScreen } from './parts/faults.js'
import { Shell } from './parts/shell.js'
import { SignedIn } from './parts/signed-in.js'
import { Loading } from './parts/states.js'
import { TermbaseFrame } from './parts/termbase-frame.js'

/** Every screen and its address. A screen is fetched when it is first visited. */
export const router = createBrowserRouter([
  {
    path: '/sign-in',
    lazy: () => import('./screens/sign-in/sign-in-screen.js'),
    ErrorBoundary: FaultScreen,
    HydrateFallback: Loading,
  },
  {
    element: <SignedIn />,
    ErrorBoundary: FaultScreen,
    HydrateFallback: Loading,
    children: [
      {
        element: <Shell />,
        children: [
          {
            // A screen that breaks leaves the way to the others open.
            ErrorBoundary: FaultScreen,
            children: [
              { index: true, element: <Navigate to="/termbases" replace /> },
              { path: 'termbases', lazy: () => import('./screens/termbases/termbases-screen.js') },
              { path: 'mentions', lazy: () => import('./screens/mentions/mentions-screen.js') },
              { path: 'people', lazy: () => import('./screens/people/people-screen.js') },
              {
                path: 'termbases/:termbaseId',
                element: <TermbaseFrame />,
                children: [
                  { index: true, element: <Navigate to="review" replace /> },
                  { path: 'review', lazy: () => import('./screens/review/review-screen.js') },
                  { path: 'ranking', lazy: () => import('./screens/ranking/ranking-screen.js') },
                  { path: 'progress', lazy: () => import('./screens/progress/progress-screen.js') },
                  { path: 'documents', lazy: () => import('./screens/documents/documents-screen.js') },
                  { path: 'documents/:documentId', lazy: () => import('./screens/documents/document-screen.js') },
                  { path: 'concepts', lazy: () => import('./screens/concepts/concepts-screen.js') },
                  { path: 'concepts/:conceptId', lazy: () => import('./screens/concepts/concept-screen.js') },
                  { path: 'concepts/:conceptId/merge', lazy: () => import('./screens/concepts/merge-screen.js') },
                  {
                    path: 'subject-fields',
                    lazy: () => import('./screens/subject-fields/subject-fields-screen.js'),
                  },
                  { path: 'imports', lazy: () => import('./screens/imports/imports-screen.js') },
                  { path: 'imports/:importId', lazy: () => import('./screens/imports/import-screen.js') },
                  { path: 'releases', lazy: () => import('./screens/releases/releases-screen.js') },
                  { path: 'releases/compare', lazy: () => import('./screens/releases/compare-screen.js') },
                  { path: 'settings', lazy: () => import('./screens/settings/settings-screen.js') },
                  { path: 'tools', lazy: () => import('./screens/tools/tools-screen.js') },
                  { path: 'lookup', lazy: () => import('./screens/lookup/lookup-screen.js') },
                  { path: 'misses', lazy: () => import('./screens/misses/misses-screen.js') },
                ],
              },
              { path: '*', element: <LostScreen /> },
            ],
          },
        ],
      },
    ],
  },
])
