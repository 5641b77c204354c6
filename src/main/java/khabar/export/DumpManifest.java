package khabar.export;

import java.util.List;

/**
 * What a dated dump says of itself.
 *
 * @param name its folder, which begins with the day, as in {@code 2026-11-23}
 * @param made when, in UTC, as RFC 3339 writes it
 * @param version the number of the commit that it shows
 * @param licence IRI
 * @param quads of the data, the description at its head aside
 * @param triples different ones of the data, likewise
 * @param data SHA-256 of the data as sorted N-Quads, in hex digits: the same for the same data, whenever it is dumped
 * @param files in the folder
 */
public record DumpManifest(
        String name,
        String made,
        String base,
        long version,
        String licence,
        long quads,
        long triples,
        String data,
        List<DumpFile> files) {
    public DumpManifest {
        files = List.copyOf(files);
    }

    /**
     * One file of a dump, compressed with gzip.
     *
     * @param mediaType of what is in it
     * @param bytes as it is, compressed
     * @param sha256 of the same, in hex digits
     */
    public record DumpFile(String name, String mediaType, long bytes, String sha256) {}
}
