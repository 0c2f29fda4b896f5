import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

type RuleSetConfig = {
  /** A file to take instead, from where the backend runs. */
  file?: string;
  /** A URL that Backstage may read, to take instead. */
  url?: string;
  title?: string;
  description?: string;
  /** The phase of this set, where it differs. */
  phase?: string;
  /** Shares of met rules that a level needs. */
  promotion?: { must?: number; should?: number; shouldFrom?: number };
  /** Texts of levels, by id. */
  levels?: { [id: string]: { [field: string]: unknown } };
  /** Texts of dimensions, by id. */
  dimensions?: { [id: string]: { [field: string]: unknown } };
  /** Instead of those of the set. */
  targets?: Array<{ [field: string]: unknown }>;
  /** Instead of those of the set. */
  caps?: Array<{ [field: string]: unknown }>;
  /** Thresholds, lists and maps, by name; they hold in every phase. */
  parameters?: { [name: string]: unknown };
  /** Fields of rules, by the id of the rule. */
  rules?: { [id: string]: { [field: string]: unknown } };
  /** Rules to add. */
  add?: Array<{ [field: string]: unknown }>;
};

export interface Config {
  dataMesh?: {
    /** How the plugin follows the catalog. */
    projection?: {
      /**
       * When the whole catalog is compared. Every 10 minutes by default; a
       * comparison may take as long as its timeout, also 10 minutes.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * How long to wait after a change before the entity is read, so that
       * the catalog has put it together. 5 by default.
       */
      settleSeconds?: number;
      /**
       * The share of the known entities, from 0 to 1, that may be missing in
       * the catalog at once. When more are missing they stay. 0.2 by default.
       */
      maxVanishShare?: number;
      /**
       * After how many hours the same missing entities are taken as gone,
       * however many they are. 1 by default.
       */
      acceptVanishAfterHours?: number;
      /**
       * For how many hours an entity that left the catalog is remembered, in
       * case it returns. 24 by default.
       */
      tombstoneHours?: number;
    };

    /**
     * The phase the mesh is in, from which thresholds and targets follow:
     * bootstrap, scale or sustain in the rule sets that come with the plugin.
     * It holds for all sets that have phases.
     */
    phase?: string;
    /** Groups that serve the whole organisation; their groups below count. */
    centralTeams?: string[];
    /** Entities in which data is kept for everyone, such as a warehouse. */
    centralStores?: string[];
    /** The group whose members agree on the shared rules. */
    governanceGroup?: string;

    /** What is changed in the rule sets; see docs/rule-sets.md. */
    ruleSets?: {
      'data-product-maturity'?: RuleSetConfig;
      'domain-maturity'?: RuleSetConfig;
      'ownership-faults'?: RuleSetConfig;
    };

    /** What is read besides the catalog. */
    evidence?: {
      /** Files of test results that are read from time to time. */
      files?: Array<{
        /** Lower case words joined by hyphens, such as lab-tests. */
        id: string;
        /** What it is called in the portal; the id if absent. */
        title?: string;
        /**
         * A URL that Backstage may read, or a path from where the backend
         * runs.
         */
        target: string;
        format: 'bitol-oors' | 'dbt-run-results';
        /** The data product that the whole file is about. */
        product?: string;
        /**
         * Data products by the id of the contract, or of the dbt test, that a
         * result is about; `*` stands for any text. The first that fits wins.
         */
        products?: Array<{ about: string; product: string }>;
        /** The evidence key to tell. `quality.passed` by default. */
        key?: string;
        /** For bitol-oors: only results of these dimensions count. */
        dimensions?: string[];
        /** How often it is read. Every hour by default. */
        every?: HumanDuration | string;
        /** When reading is given up. After a minute by default. */
        timeout?: HumanDuration | string;
      }>;
    };

    /** Goals, bets and initiatives. */
    valueTree?: {
      /**
       * Documents that they are read from, besides what is kept in the portal;
       * see docs/goals-in-git.md.
       */
      documents?: Array<{
        /**
         * A URL that Backstage may read, or a path from where the backend
         * runs.
         */
        target: string;
        /**
         * managed: the document owns structure, wording and measures of its
         * nodes. seed: it is loaded once, from then on the portal owns all.
         */
        mode: 'managed' | 'seed';
        /**
         * Hands what is kept in the portal and has an id of the document to
         * that document, once it is read; for managed ones. False by default:
         * such a document is refused.
         */
        takeOver?: boolean;
        /** Short and lasting: nodes remember it. The target if absent. */
        id?: string;
        /** When it is read. Every 5 minutes by default. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      }>;
      /**
       * How many bets of a domain may be active before a hint says that they
       * are many. 5 by default.
       */
      maxActiveBets?: number;
    };

    /**
     * For how long people are named in what is over, and in the audit log; for
     * ever by default. See docs/privacy.md.
     */
    retention?: {
      /**
       * After how many days entries of the audit log are deleted. At least 1;
       * kept for ever if absent.
       */
      auditDays?: number;
      /**
       * After how many days a neutral mark takes the place of names in what is
       * over: readings, decisions, changes, earlier answers and versions,
       * exceptions that ended and closed reviews. At least 1; the names are
       * kept for ever if absent.
       */
      namesDays?: number;
    };

    /** Items of teams' backlogs that goals are linked to. */
    backlog?: {
      /**
       * Where Jira is, so that keys such as PAT-88 become links. GitHub and
       * GitLab are found under `integrations`.
       */
      jiraUrl?: string;
    };
  };
}
