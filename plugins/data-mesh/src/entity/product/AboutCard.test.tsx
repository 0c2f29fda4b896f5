import { screen } from '@testing-library/react';
import { accessibilityProblems } from '../../testing/accessibility';
import { productEntity } from '../../testing/productPage';
import { renderWith } from '../../testing/renderWith';
import { AboutCard } from './AboutCard';

function open(spec: Parameters<typeof productEntity>[0]) {
  return renderWith(<AboutCard />, { entity: productEntity(spec) });
}

const fact = (name: string) => screen.getByText(name).nextElementSibling;

describe('what a product is', () => {
  it('is told in plain words', async () => {
    open({
      type: 'source-aligned',
      version: '2.1.0',
      classification: 'internal',
      containsPii: true,
      personas: ['analyst', 'application-developer', 'planner'],
      notice: '30d',
      mvpAt: '2024-03-01',
      usage: 'Plan deliveries',
      limitations: 'No live positions',
      support: [
        { channel: '#logistics', url: 'https://chat.example.com/logistics' },
        { channel: 'phone' },
      ],
      sla: [
        { property: 'supportResponseTime', value: 4, unit: 'h' },
        { property: 'frequency', value: 15, unit: 'min' },
      ],
      terms: [
        'https://glossary.example.com/parcel',
        'resource:glossary/depot',
        'parcel',
      ],
    });

    await screen.findByText('Every parcel from depot to clinic.');
    expect(fact('Type')).toHaveTextContent(
      'Source-aligned: facts as they happen in one source',
    );
    expect(fact('Lifecycle')).toHaveTextContent('In production');
    expect(fact('Version')).toHaveTextContent('2.1.0');
    expect(fact('Data class')).toHaveTextContent(
      'internal, holds personal data',
    );
    expect(fact('For')).toHaveTextContent(
      'analysts, application developers, planner',
    );
    expect(fact('Changes are announced')).toHaveTextContent('30 days before');
    expect(fact('Usable since')).toHaveTextContent('Mar 1, 2024');
    expect(fact('Good for')).toHaveTextContent('Plan deliveries');
    expect(fact('Not good for')).toHaveTextContent('No live positions');
    expect(fact('Promises')).toHaveTextContent('Updated every 15 minutes');
    expect(fact('Support')).toHaveTextContent(
      '#logistics, Opens in a new window, answers within 4 hours' + 'phone',
    );
    expect(screen.getByRole('link', { name: /#logistics/ })).toHaveAttribute(
      'href',
      'https://chat.example.com/logistics',
    );
    expect(screen.getByRole('link', { name: 'depot' })).toHaveAttribute(
      'href',
      '/catalog/glossary/resource/depot',
    );
    expect(fact('Terms')).toHaveTextContent('parcel');
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('names no facts that are not there', async () => {
    open({ purpose: undefined });
    await screen.findByText('What it is for is not written down yet.');
    expect(
      screen.getAllByRole('term').map(({ textContent }) => textContent),
    ).toEqual(['Lifecycle']);
  });

  it('tells a planned start from a past one', async () => {
    open({ mvpAt: '2999-01-01' });
    expect(await screen.findByText('Usable from')).toBeVisible();
  });

  it('shows text as text', async () => {
    open({
      purpose: '<img src=x onerror=alert(1)> **bold** [a](javascript:x)',
    });
    expect(
      await screen.findByText(/<img src=x onerror=alert\(1\)> \*\*bold\*\*/),
    ).toBeVisible();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });
});
