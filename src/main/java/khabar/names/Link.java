package khabar.names;

/** A mention and what it stands for. */
public record Link(Mention mention, Resolution resolution) {}
