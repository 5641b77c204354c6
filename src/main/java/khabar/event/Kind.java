package khabar.event;

/** What a participant without a name of its own is. */
public sealed interface Kind permits People, Means {}
