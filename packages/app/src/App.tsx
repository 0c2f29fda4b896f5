import { createApp } from '@backstage/frontend-defaults';
import { homeModule } from './modules/home';
import { kindIconsModule } from './modules/kindIcons';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

// The plugins come by feature discovery: see app.packages in app-config.yaml
export default createApp({
  features: [navModule, signInModule, homeModule, kindIconsModule],
});
