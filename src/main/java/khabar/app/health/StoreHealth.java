package khabar.app.health;

import khabar.store.Store;
import org.apache.jena.graph.Node;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready is a server that can read its dataset, and whose search indexes have followed the last commit. */
final class StoreHealth implements HealthIndicator {
    private final Store store;

    StoreHealth(Store store) {
        this.store = store;
    }

    @Override
    public Health health() {
        boolean reads =
                store.read(present -> present.contains(store.base().graph("ontology"), Node.ANY, Node.ANY, Node.ANY));
        return reads && store.isInStep() ? Health.up().build() : Health.down().build();
    }
}
