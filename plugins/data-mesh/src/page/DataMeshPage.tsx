import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { ProductsContent } from '../products/ProductsContent';
import { useDataMeshTranslation } from '../translation';

/** The page with its own header and tabs, for the old frontend system. */
export function DataMeshPage() {
  const { t } = useDataMeshTranslation();
  return (
    <Page themeId="home">
      <Header title={t('products.page.title')} />
      <TabbedLayout>
        <TabbedLayout.Route path="/products" title={t('products.page.tab')}>
          <ProductsContent />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
