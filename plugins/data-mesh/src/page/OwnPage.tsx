import { ReactNode } from 'react';
import { PageLayout } from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Container } from '@backstage/ui';
import { DataMeshIcon } from '../icons';
import { rootRouteRef } from '../routes';

/** What is no tab, below a header of its own that leads back to the tabs. */
export function OwnPage(props: { title: string; children: ReactNode }) {
  const root = useRouteRef(rootRouteRef);
  return (
    <PageLayout
      title={props.title}
      titleLink={root()}
      icon={<DataMeshIcon fontSize="inherit" />}
    >
      <Container>
        <main>{props.children}</main>
      </Container>
    </PageLayout>
  );
}
