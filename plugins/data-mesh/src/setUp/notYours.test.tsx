import { screen } from '@testing-library/react';
import { accessibilityProblems } from '../testing/accessibility';
import { renderWith } from '../testing/renderWith';
import { SetUpContent } from './SetUpContent';

// In a file of its own, as the portal remembers what somebody may do.
describe('Set-up for others than platform owners', () => {
  it('says whom it is for, and asks for nothing', async () => {
    const api = {
      getRuleSets: jest.fn(),
      getEvidenceSources: jest.fn(),
      getStatus: jest.fn(),
      getValueTreeDocuments: jest.fn(),
    };
    renderWith(<SetUpContent />, { api, isAllowed: false });
    expect(
      await screen.findByText('This is for platform owners'),
    ).toBeVisible();
    for (const ask of Object.values(api)) {
      expect(ask).not.toHaveBeenCalled();
    }
    expect(await accessibilityProblems(screen.getByTestId('piece'))).toEqual(
      [],
    );
  });
});
