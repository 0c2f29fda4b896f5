import { DataProductWarning } from '../kind';
import { OutlineRule, RuleStatus, Severity } from '../results';

/**
 * What a to-do list reads of a result.
 *
 * @public
 */
export type ToDoResult = {
  rule: string;
  code: string;
  status: RuleStatus;
  counted: boolean;
  reason?: string;
  waitsFor?: string[];
  waivedUntil?: string;
  severity?: Severity;
  /** Null: before it was measured. */
  since?: string | null;
};

/**
 * An open point that restates an entry, and so is done with it.
 *
 * @public
 */
export type ToDoFault = {
  ruleSet: string;
  rule: OutlineRule;
  severity?: Severity;
  reason?: string;
  since?: string | null;
};

/**
 * One thing to do.
 *
 * @public
 */
export type ToDoEntry = {
  /** The same as long as the thing is the same. */
  id: string;
  /** What it comes from; a warning is about the catalog file alone. */
  kind: 'rule' | 'fault' | 'warning';
  /** Absent for a warning. */
  ruleSet?: string;
  /** Absent for a warning. */
  rule?: OutlineRule;
  /** What, in a sentence. */
  title: string;
  why?: string;
  /** How. */
  fix: string;
  /** What was found, in words. */
  reason?: string;
  /** Absent: not known; null: before it was measured. */
  since?: string | null;
  status: 'to-do' | 'unknown';
  /** The level it is needed for, counted from 0; absent for open points. */
  level?: number;
  /** The most urgent of it and of the open points that it stands for. */
  severity?: Severity;
  /** Whether the target cannot be reached without it. */
  isRequired: boolean;
  /** How many other rules wait for it, directly or by others. */
  unblocks: number;
  faults: ToDoFault[];
  warnings: DataProductWarning[];
  /** What to write into the catalog file, from its root on. */
  yaml?: string;
};

/**
 * A rule that is set aside, apart from what is to do.
 *
 * @public
 */
export type SetAside = {
  ruleSet: string;
  rule: OutlineRule;
  until?: string;
  reason?: string;
  faults: ToDoFault[];
};

/**
 * All that is to do for an entity, each thing once, the first thing first.
 *
 * @public
 */
export type ToDoList = {
  entries: ToDoEntry[];
  setAside: SetAside[];
};
