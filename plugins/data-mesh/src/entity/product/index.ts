export { AboutCard } from './AboutCard';
export { FrankLineCard } from './FrankLineCard';
export { HowToUseItCard } from './HowToUseItCard';
export {
  hasAccessUrl,
  hasSupportUrl,
  useAskForAccessLink,
  useSupportLink,
} from './iconLinks';
export { NextStepsCard } from './NextStepsCard';
export { WarningsCard } from './WarningsCard';
