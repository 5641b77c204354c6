package khabar.names.model;

/** The runtime gave no answer. */
final class NetworkFailure extends RuntimeException {
    NetworkFailure(String message) {
        super(message);
    }
}
