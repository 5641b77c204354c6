package khabar.store;

import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;

/**
 * What readers hold. A reader that fails just ends: Jena's text dataset takes the index back at every abort, even of a
 * read transaction, and with it what a writer has added and not yet committed. Each passes the {@link Gate} on its way in
 * and out.
 */
final class ReadView extends DatasetGraphReadOnly {
    private final Gate gate;

    ReadView(DatasetGraph dataset, Gate gate) {
        super(dataset);
        this.gate = gate;
    }

    @Override
    public void begin(TxnType type) {
        begin(() -> super.begin(type));
    }

    @Override
    public void begin(ReadWrite mode) {
        begin(() -> super.begin(mode));
    }

    private void begin(Runnable begin) {
        boolean entered = gate.enter();
        try {
            begin.run();
        } catch (RuntimeException | Error failed) {
            if (entered) {
                gate.leave();
            }
            throw failed;
        }
    }

    @Override
    public void commit() {
        super.commit();
        gate.leave();
    }

    @Override
    public void abort() {
        end();
    }

    @Override
    public void end() {
        try {
            super.end();
        } finally {
            gate.leave();
        }
    }
}
