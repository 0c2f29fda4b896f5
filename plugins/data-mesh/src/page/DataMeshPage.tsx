import {
  Content,
  Header,
  Page,
  TabbedLayout,
} from '@backstage/core-components';
import { DomainsContent } from '../domains/DomainsContent';
import { GoalsContent } from '../goals/GoalsContent';
import { MissingFieldsContent } from '../missingFields/MissingFieldsContent';
import { MyWorkContent } from '../myWork/MyWorkContent';
import { ProductsContent } from '../products/ProductsContent';
import { ReviewsContent } from '../reviews/ReviewsContent';
import { SetUpContent } from '../setUp/SetUpContent';
import { useDataMeshTranslation } from '../translation';
import { PageParts } from './PageParts';

/** The page with its own header and tabs, for the old frontend system. */
export function DataMeshPage() {
  const { t } = useDataMeshTranslation();
  const tabs = (
    <Page themeId="home">
      <Header title={t('products.page.title')} />
      <TabbedLayout>
        <TabbedLayout.Route path="/my-work" title={t('myWork.tab')}>
          <MyWorkContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/products" title={t('products.page.tab')}>
          <ProductsContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/domains" title={t('domains.tab')}>
          <DomainsContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/goals" title={t('goals.tab')}>
          <GoalsContent />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/set-up" title={t('setUp.tab')}>
          <SetUpContent />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
  const sheet = (
    <Page themeId="home">
      <Header
        title={t('missingFields.title')}
        type={t('products.page.title')}
        typeLink=".."
      />
      <Content>
        <MissingFieldsContent />
      </Content>
    </Page>
  );
  const reviews = (
    <Page themeId="home">
      <Header
        title={t('reviews.title')}
        type={t('products.page.title')}
        typeLink=".."
      />
      <Content>
        <ReviewsContent />
      </Content>
    </Page>
  );
  return (
    <PageParts
      tabs={tabs}
      paths={['my-work', 'products', 'domains', 'goals', 'set-up']}
      sheet={sheet}
      reviews={reviews}
    />
  );
}
