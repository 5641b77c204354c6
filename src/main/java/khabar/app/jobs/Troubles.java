package khabar.app.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import khabar.app.desk.Refusal;
import khabar.gazetteer.WrongEntry;
import khabar.store.StoreException;

/** Why a job has failed, in one line for a person. */
final class Troubles {
    private Troubles() {}

    static Refusal refusal(Throwable failed) {
        return switch (failed) {
            case Refusal refusal -> refusal;
            case WrongEntry wrong -> new Refusal(Refusal.Kind.BAD_DATA, String.valueOf(wrong.getMessage()));
            case StoreException.Full full -> new Refusal(Refusal.Kind.NO_ROOM, String.valueOf(full.getMessage()));
            case StoreException.Busy busy -> new Refusal(Refusal.Kind.BUSY, String.valueOf(busy.getMessage()));
            case IOException io -> new Refusal(Refusal.Kind.FAULT, "disk or network failed; the log says more");
            case UncheckedIOException io ->
                new Refusal(Refusal.Kind.FAULT, "disk or network failed; the log says more");
            default -> new Refusal(Refusal.Kind.FAULT, "a fault of ours; the log says more");
        };
    }
}
