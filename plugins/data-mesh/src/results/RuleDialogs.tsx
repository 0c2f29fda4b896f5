import { createContext, ReactNode, useContext, useState } from 'react';
import {
  EntityLink,
  OutlineRule,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { AnswerDialog } from './AnswerDialog';
import { WaiverDialog } from './WaiverDialog';

/** A dialog about a rule. */
export type RuleDialog = {
  kind: 'answer' | 'waiver';
  entity: EntityLink;
  ruleSet: string;
  rule: OutlineRule;
};

const RuleDialogContext = createContext<
  ((dialog: RuleDialog) => void) | undefined
>(undefined);

/** Opens a dialog in the {@link RuleDialogs} around; undefined without any. */
export function useRuleDialogs(): ((dialog: RuleDialog) => void) | undefined {
  return useContext(RuleDialogContext);
}

/**
 * Holds the dialogs that buttons in lists open: the thing to do may be done and
 * gone from its list while the dialog about it is still open.
 */
export function RuleDialogs({ children }: { children: ReactNode }) {
  const [dialog, setDialog] = useState<RuleDialog>();
  const close = () => setDialog(undefined);
  return (
    <RuleDialogContext.Provider value={setDialog}>
      {children}
      {dialog?.kind === 'answer' && dialog.rule.ask && (
        <AnswerDialog
          entity={dialog.entity}
          question={dialog.rule.ask}
          onClose={close}
        />
      )}
      {dialog?.kind === 'waiver' && (
        <WaiverDialog
          entity={dialog.entity}
          ruleSet={dialog.ruleSet}
          rule={dialog.rule}
          onClose={close}
        />
      )}
    </RuleDialogContext.Provider>
  );
}
