package khabar.endpoint;

/** Hears of every query that comes over HTTP; called by many threads, and what it throws would end the request. */
public interface QueryObserver {
    default void began() {}

    void ended(ObservedQuery query);
}
