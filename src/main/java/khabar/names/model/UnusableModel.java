package khabar.names.model;

/** Why the folder of a model cannot be used: one line for a person, with the file and what to do. */
public final class UnusableModel extends RuntimeException {
    UnusableModel(String message) {
        super(message);
    }
}
