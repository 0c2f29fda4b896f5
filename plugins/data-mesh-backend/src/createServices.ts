import {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { Knex } from 'knex';
import { AuditLog } from './audit/AuditLog';
import { ContractProductsService } from './contracts/ContractProductsService';
import { DomainsService } from './domains/DomainsService';
import { Evidence } from './evidence/Evidence';
import { EvidenceExtension } from './evidence/EvidenceExtension';
import { EvidenceStore } from './evidence/EvidenceStore';
import { readFileEntries } from './evidence/files/config';
import { FileEvidenceSource } from './evidence/files/FileEvidenceSource';
import { CatalogFiles } from './missingFields/CatalogFiles';
import { LocalFiles, readLocalFolders } from './missingFields/LocalFiles';
import { MissingFieldsService } from './missingFields/MissingFieldsService';
import { PatchService } from './missingFields/PatchService';
import { RemoteFiles } from './missingFields/RemoteFiles';
import { MyWorkService } from './myWork/MyWorkService';
import { Notifications } from './notifications/Notifications';
import { PeopleService } from './people/PeopleService';
import { readRetentionConfig } from './people/retention/readRetentionConfig';
import { Retention } from './people/retention/Retention';
import { ProductDetailService } from './products/ProductDetailService';
import { ProductListService } from './products/ProductListService';
import { SimilarProductsService } from './products/SimilarProductsService';
import { ProjectionRespondents } from './respondents/ProjectionRespondents';
import { Results } from './results/Results';
import { CallerRights } from './resultViews/CallerRights';
import { ChangesService } from './resultViews/ChangesService';
import { ExplainService } from './resultViews/ExplainService';
import { Outlines } from './resultViews/Outlines';
import { ResultsListService } from './resultViews/ResultsListService';
import { ResultsService } from './resultViews/ResultsService';
import { KeptTexts } from './ruleSets/KeptTexts';
import { readMeshConfig } from './ruleSets/readMeshConfig';
import { RuleSets } from './ruleSets/RuleSets';
import { RuleSetsService } from './ruleSets/RuleSetsService';
import { RuleSetTexts } from './ruleSets/RuleSetTexts';
import { ReviewService } from './reviews/ReviewService';
import { ResultsSignals } from './signals/ResultsSignals';
import { Backlog } from './valueTree/backlog/Backlog';
import { BacklogExtension } from './valueTree/backlog/BacklogExtension';
import { DocumentApplier } from './valueTree/documents/DocumentApplier';
import { readDocumentSources } from './valueTree/documents/DocumentSource';
import { TreeExport } from './valueTree/documents/TreeExport';
import { ValueTreeDocuments } from './valueTree/documents/ValueTreeDocuments';
import { ValueTreeExtension } from './valueTree/documents/ValueTreeExtension';
import { readMaxActiveBets } from './valueTree/readMaxActiveBets';
import { NodeRights } from './valueTree/rights/NodeRights';
import { dataMeshNodePermissionResourceRef } from './valueTree/rights/resource';
import { KeptTree } from './valueTree/store/KeptTree';
import { ValueTree } from './valueTree/ValueTree';
import { ValueTreeViews } from './valueTree/views/ValueTreeViews';
import { VisibilityResolver } from './visibility/VisibilityResolver';
import { WaiverIntake } from './waivers/WaiverIntake';
import { WaiverService } from './waivers/WaiverService';
import { WaiverStore } from './waivers/WaiverStore';

/** Puts together what the plugin consists of; starts nothing. */
export async function createServices(deps: {
  knex: Knex;
  auditor: AuditorService;
  auth: AuthService;
  backlogExtension: BacklogExtension;
  catalog: CatalogService;
  config: RootConfigService;
  extension: EvidenceExtension;
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  signals: SignalsService;
  urlReader: UrlReaderService;
  valueTreeExtension: ValueTreeExtension;
}) {
  const { knex, config, logger, urlReader } = deps;
  const visibility = new VisibilityResolver(deps);
  const respondents = new ProjectionRespondents(deps);
  const audit = new AuditLog();
  const evidenceStore = new EvidenceStore(knex);
  const waiverStore = new WaiverStore(knex);
  const texts = new RuleSetTexts({ urlReader, kept: new KeptTexts(knex) });
  const ruleSets = await RuleSets.load({ config, texts, logger });
  const outlines = new Outlines(ruleSets);
  const results = new Results({
    ...deps,
    mesh: readMeshConfig(config),
    evidence: evidenceStore,
    waivers: waiverStore,
    ruleSets,
  });
  const shared = {
    ...deps,
    visibility,
    respondents,
    audit,
    ruleSets,
    outlines,
    reevaluation: results,
  };
  const rights = new CallerRights(shared);
  const resultViews = new ResultsService({ ...shared, rights });
  const waivers = new WaiverService({ ...shared, store: waiverStore });
  const intake = new WaiverIntake({ ...shared, store: waiverStore });
  const nodeRights = new NodeRights({
    ...deps,
    ruleset: deps.permissionsRegistry.getPermissionRuleset(
      dataMeshNodePermissionResourceRef,
    ),
  });
  const tree = {
    ...shared,
    rights: nodeRights,
    kept: new KeptTree(knex),
    maxActiveBets: readMaxActiveBets(config),
  };
  const backlog = new Backlog({
    ...deps,
    sources: deps.backlogExtension.sources,
  });
  const valueTree = new ValueTree({
    ...tree,
    views: new ValueTreeViews(tree),
    hosts: backlog.hosts,
    onItemLinked: () => backlog.lookSoon(),
  });
  const valueTreeDocuments = new ValueTreeDocuments({
    ...deps,
    now: valueTree.parts.now,
    sources: [
      ...readDocumentSources(config, urlReader),
      ...deps.valueTreeExtension.documents,
    ],
    applier: new DocumentApplier({
      ...deps,
      ...valueTree.parts,
      hosts: backlog.hosts,
    }),
  });
  const signals = new ResultsSignals(deps);
  results.onWritten(written =>
    signals.changed(
      written.flatMap(({ item: { subject, domain } }) =>
        domain ? [subject, domain] : [subject],
      ),
    ),
  );

  const evidence = new Evidence({
    ...shared,
    store: evidenceStore,
    sources: [
      ...readFileEntries(config).map(
        entry => new FileEvidenceSource(entry, urlReader),
      ),
      ...deps.extension.sources,
    ],
    getResults: async (ref, credentials) =>
      resultViews.getResults(
        ref,
        await visibility.resolve(credentials),
        credentials,
      ),
    takeInWaivers: (earlier, by) => intake.takeIn(earlier, by),
  });

  return {
    visibility,
    ruleSets,
    results,
    signals,
    outlines,
    waiverStore,
    backlog,
    valueTreeDocuments,
    notifications: new Notifications({ ...shared, waivers: waiverStore }),
    evidence,
    retention: new Retention({ ...deps, config: readRetentionConfig(config) }),
    routes: {
      list: new ProductListService(knex, ruleSets),
      detail: new ProductDetailService(knex),
      similar: new SimilarProductsService(knex),
      contracts: new ContractProductsService(knex),
      results: resultViews,
      resultsList: new ResultsListService(shared),
      changes: new ChangesService(shared),
      explanations: new ExplainService({ ...shared, explainer: results }),
      domains: new DomainsService({ ...tree, evidence: evidenceStore }),
      myWork: new MyWorkService({ ...shared, rights, nodeRights, waivers }),
      ruleSets: new RuleSetsService({ ...shared, evidence: evidenceStore }),
      waivers,
      valueTree,
      valueTreeDocuments,
      valueTreeExport: new TreeExport(shared),
      nodeRights,
      reviews: new ReviewService({
        ...tree,
        evidence: evidenceStore,
        tells: evidence.tells,
      }),
      people: new PeopleService(shared),
      missingFields: new MissingFieldsService(knex),
      patches: new PatchService({
        ...deps,
        files: new CatalogFiles({
          local: new LocalFiles(readLocalFolders(config)),
          remote: new RemoteFiles({
            reader: urlReader,
            integrations: ScmIntegrations.fromConfig(config),
          }),
        }),
      }),
    },
  };
}
