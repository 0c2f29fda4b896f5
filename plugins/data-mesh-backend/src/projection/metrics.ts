import { MetricsService } from '@backstage/backend-plugin-api/alpha';

/**
 * What operators watch. The metrics service is still alpha in Backstage: this
 * file and the plugin's wiring are the only places that know it.
 */
export class ProjectionMetrics {
  readonly #passes;
  readonly #passDuration;
  readonly #subjects;
  readonly #changes;
  readonly #failures;
  readonly #queueLength;
  readonly #queueAge;

  constructor(metrics: MetricsService) {
    this.#passes = metrics.createCounter('data_mesh.projection.passes', {
      description: 'Passes over the catalog by outcome',
    });
    this.#passDuration = metrics.createHistogram(
      'data_mesh.projection.pass.duration',
      { description: 'How long a pass over the catalog took', unit: 's' },
    );
    this.#subjects = metrics.createGauge('data_mesh.projection.subjects', {
      description: 'Entities in the projection by kind',
    });
    this.#changes = metrics.createCounter('data_mesh.projection.changes', {
      description: 'Entities saved, gone and removed',
    });
    this.#failures = metrics.createCounter('data_mesh.projection.failures', {
      description: 'Entities that could not be taken into the projection',
    });
    this.#queueLength = metrics.createGauge(
      'data_mesh.projection.queue.length',
      { description: 'Entities that wait to be read again' },
    );
    this.#queueAge = metrics.createGauge('data_mesh.projection.queue.age', {
      description: 'How long the oldest of them has waited',
      unit: 's',
    });
  }

  recordPass(outcome: string, seconds: number) {
    this.#passes.add(1, { outcome });
    this.#passDuration.record(seconds, { outcome });
  }

  recordSubjects(countByKind: Record<string, number>) {
    for (const [kind, count] of Object.entries(countByKind)) {
      this.#subjects.record(count, { kind });
    }
  }

  countChanges(change: 'saved' | 'gone' | 'removed', count: number) {
    if (count > 0) {
      this.#changes.add(count, { change });
    }
  }

  countFailure() {
    this.#failures.add(1);
  }

  recordQueue(length: number, ageInSeconds: number) {
    this.#queueLength.record(length);
    this.#queueAge.record(ageInSeconds);
  }
}
