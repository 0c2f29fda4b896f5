import {
  AuditorService,
  AuthService,
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { EvidenceResponse } from '@backstage-data-mesh/plugin-data-mesh-common';
import { ExplainService } from '../resultViews/ExplainService';
import { Outlines } from '../resultViews/Outlines';
import { ResultsListService } from '../resultViews/ResultsListService';
import { ResultsService } from '../resultViews/ResultsService';
import { CheckInService } from '../valueTree/checkIns/CheckInService';
import { ValueTreeViews } from '../valueTree/views/ValueTreeViews';
import { VisibilityResolver } from '../visibility/VisibilityResolver';

/** Takes evidence in that services and scripts send. */
export interface EvidencePut {
  put(
    items: readonly unknown[],
    credentials: BackstageCredentials<
      BackstageUserPrincipal | BackstageServicePrincipal
    >,
  ): Promise<EvidenceResponse>;
}

/** What the actions are made of: the services behind the HTTP API. */
export type ActionOptions = {
  actionsRegistry: ActionsRegistryService;
  auth: AuthService;
  auditor: AuditorService;
  visibility: Pick<VisibilityResolver, 'resolve'>;
  outlines: Outlines;
  results: Pick<ResultsService, 'getResults' | 'whatIf'>;
  resultsList: Pick<ResultsListService, 'listResults'>;
  explanations: Pick<ExplainService, 'explain'>;
  evidence: EvidencePut;
  valueTree: {
    views: Pick<ValueTreeViews, 'getTree'>;
    checkIns: Pick<CheckInService, 'checkIn'>;
  };
};
