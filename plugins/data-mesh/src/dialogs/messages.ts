export const dialogMessages = {
  save: 'Save',
  saving: 'Saving',
  cancel: 'Cancel',
  close: 'Close',
} as const;
