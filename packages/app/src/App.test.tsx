import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  it('asks whom to be', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Demo portal', baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
          context: 'test',
        },
      ] as any,
    };

    render(App.createRoot());

    expect(
      await screen.findByRole('heading', { name: 'Who do you want to be?' }),
    ).toBeVisible();
    expect(screen.getAllByRole('button')).toHaveLength(5);
  });
});
