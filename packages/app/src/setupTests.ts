import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages are loaded when they are opened, which a busy machine takes a while for.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
