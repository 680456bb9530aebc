package org.mingzhang.web.dataset;

/**
 * A downloadable file.
 *
 * @param path path below {@code /data/}
 * @param mediaType media type
 * @param bytes size in bytes
 * @param sha256 SHA-256 in hexadecimal
 * @param rows number of rows without the header, 0 for JSON files
 */
public record DatasetFile(String path, String mediaType, long bytes, String sha256, long rows) {}
