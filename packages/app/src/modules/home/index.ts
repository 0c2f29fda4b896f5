import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  HomePageLayoutBlueprint,
  HomePageWidgetBlueprint,
} from '@backstage/plugin-home-react/alpha';

/** The home page of the demo. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [
    HomePageLayoutBlueprint.make({
      params: {
        loader: () => import('./HomeLayout').then(m => m.HomeLayout),
      },
    }),
    HomePageWidgetBlueprint.make({
      name: 'where-to-start',
      params: {
        name: 'WhereToStart',
        title: 'Where to start',
        components: () =>
          import('./WhereToStart').then(m => ({ Content: m.WhereToStart })),
      },
    }),
  ],
});
