package khabar.browse;

/** All storylines, the latest first. */
record StorylinesPage(Text title, Slice<StorylineLine> storylines) implements Page {}
