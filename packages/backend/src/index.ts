import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

// Serves the built app
backend.add(import('@backstage/plugin-app-backend'));

// Sign-in and permissions
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

// Catalog, with the list of entities that were refused
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-catalog-backend-module-unprocessed'));

// Data mesh
backend.add(
  import('@backstage-data-mesh/plugin-catalog-backend-module-data-mesh'),
);
backend.add(import('@backstage-data-mesh/plugin-data-mesh-backend'));

// Templates. GitHub and GitLab do something only once they are configured
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-gitlab'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(
  import('@backstage-data-mesh/plugin-scaffolder-backend-module-data-mesh'),
);

// Search. The PostgreSQL engine steps back where the database is SQLite
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

// Documentation
backend.add(import('@backstage/plugin-techdocs-backend'));

// Notifications
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

// What only this demo portal needs; see docs/decisions/0004-demo-portal.md
backend.add(import('./demo/signIn'));
backend.add(import('./demo/policy'));
backend.add(import('./demo/dates'));
backend.add(import('./demo/records'));
backend.add(import('./demo/valueTree'));
backend.add(import('./demo/docs'));

backend.start();
