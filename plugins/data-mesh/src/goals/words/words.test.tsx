import { screen } from '@testing-library/react';
import {
  hintCodes,
  measureStatuses,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { accessibilityProblems } from '../../testing/accessibility';
import { link } from '../../testing/products';
import { renderWith } from '../../testing/renderWith';
import { HintItem, MeasureStatusWord, useHintWords } from '.';

describe('the words of a status', () => {
  function Words() {
    return (
      <ul>
        {measureStatuses.map(status => (
          <li key={status}>
            <MeasureStatusWord status={status} />
          </li>
        ))}
        <li>
          <MeasureStatusWord status="on-track" direction="keep-in-range" />
        </li>
      </ul>
    );
  }

  it('are those that people know', async () => {
    renderWith(<Words />, {});
    const items = await screen.findAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'To put right first',
      'No reading yet',
      'Reached',
      'No recent reading',
      'Too early to say',
      'Date passed',
      'On course',
      'A little behind',
      'Behind',
      'Holding',
    ]);
  });
});

describe('a hint', () => {
  function AllHints() {
    const words = useHintWords();
    return (
      <ul>
        {hintCodes.map(code => {
          const { title, fix } = words({
            code,
            value: 7,
            domain: link('domain:default/finance', 'Finance'),
          });
          return <li key={code}>{`${title}|${fix}`}</li>;
        })}
      </ul>
    );
  }

  it('of any code has words and a way to mend it', async () => {
    renderWith(<AllHints />, {});
    const items = await screen.findAllByRole('listitem');
    expect(items).toHaveLength(hintCodes.length);
    const wordless = hintCodes.filter((code, index) => {
      const [title, fix] = (items[index].textContent ?? '').split('|');
      return (
        title.length < 6 ||
        fix.length < 10 ||
        title.includes(code) ||
        /\{\{|goalWords/.test(title + fix)
      );
    });
    expect(wordless).toEqual([]);
  });

  it('says what was found, and where', async () => {
    renderWith(
      <>
        <HintItem
          hint={{ code: 'review-overdue', node: 'B-07', value: '2026-10-17' }}
          about="If sites are held in one register"
        />
        <HintItem
          hint={{
            code: 'product-without-goal',
            product: link('dataproduct:default/sales-orders', 'Sales orders'),
          }}
        />
        <HintItem
          hint={{
            code: 'too-many-active-bets',
            domain: link('domain:default/finance', 'Finance'),
            value: 7,
          }}
        />
      </>,
      {},
    );
    expect(
      await screen.findByText(
        /If sites are held in one register: The review is overdue since Oct 17, 2026/,
      ),
    ).toBeVisible();
    expect(
      screen.getByText('Hold the review, or set another day.'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Sales orders' })).toHaveAttribute(
      'href',
      '/catalog/default/dataproduct/sales-orders',
    );
    expect(screen.getByText(/7 bets at once/)).toHaveTextContent('Finance: ');
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });

  it('has nothing to mend where it is good news', async () => {
    renderWith(
      <HintItem
        hint={{
          code: 'serves-another-domain',
          node: 'I-02',
          domain: link('domain:default/patient-services', 'Patient services'),
          isNews: true,
        }}
      />,
      {},
    );
    expect(
      await screen.findByText(
        'It serves another domain as well: Patient services',
      ),
    ).toBeVisible();
    expect(screen.queryByText(/Nothing to do/)).not.toBeInTheDocument();
  });

  it('of a newer backend is told by its code', async () => {
    renderWith(<HintItem hint={{ code: 'goal-too-old' }} />, {});
    expect(await screen.findByText('goal too old')).toBeVisible();
  });
});
