import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityIconLinkBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { isCandidate, isProduct } from '../applies';
import { DataMeshSummaryBlueprint } from '../summary/DataMeshSummaryBlueprint';
import {
  hasAccessUrl,
  hasSupportUrl,
  useAskForAccessLink,
  useSupportLink,
} from './iconLinks';
import { MATURITY_TAB_PATH } from './maturity/place';

export const frankLineCard = EntityCardBlueprint.make({
  name: 'frank-line',
  params: {
    type: 'content',
    filter: isProduct,
    loader: () => import('./index').then(m => <m.FrankLineCard />),
  },
});

export const aboutCard = EntityCardBlueprint.make({
  name: 'about',
  params: {
    type: 'content',
    filter: isProduct,
    loader: () => import('./index').then(m => <m.AboutCard />),
  },
});

export const howToUseItCard = EntityCardBlueprint.make({
  name: 'how-to-use-it',
  params: {
    type: 'content',
    filter: isProduct,
    loader: () => import('./index').then(m => <m.HowToUseItCard />),
  },
});

export const purposeCard = EntityCardBlueprint.make({
  name: 'what-it-is-for',
  params: {
    type: 'content',
    filter: isProduct,
    loader: () => import('./purpose').then(m => <m.PurposeCard />),
  },
});

export const nextStepsCard = EntityCardBlueprint.make({
  name: 'next-steps',
  params: {
    type: 'content',
    filter: isCandidate,
    loader: () => import('./index').then(m => <m.NextStepsCard />),
  },
});

export const warningsCard = EntityCardBlueprint.make({
  name: 'warnings',
  params: {
    type: 'content',
    filter: isProduct,
    loader: () => import('./index').then(m => <m.WarningsCard />),
  },
});

export const maturitySummary = DataMeshSummaryBlueprint.make({
  name: 'maturity',
  params: {
    filter: isProduct,
    loader: () => import('./maturity').then(m => <m.MaturitySummary />),
  },
});

export const maturityContent = EntityContentBlueprint.make({
  name: 'maturity',
  params: {
    path: MATURITY_TAB_PATH,
    title: 'Maturity',
    filter: isProduct,
    loader: () => import('./maturity').then(m => <m.MaturityContent />),
  },
});

export const lineageCard = EntityCardBlueprint.make({
  name: 'lineage',
  params: {
    type: 'content',
    filter: isProduct,
    loader: () => import('../lineage/LineageCard').then(m => <m.LineageCard />),
  },
});

export const askForAccessLink = EntityIconLinkBlueprint.make({
  name: 'ask-for-access',
  params: { useProps: useAskForAccessLink, filter: hasAccessUrl },
});

export const supportLink = EntityIconLinkBlueprint.make({
  name: 'support',
  params: { useProps: useSupportLink, filter: hasSupportUrl },
});
