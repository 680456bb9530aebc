package org.mingzhang.web.dataset;

/**
 * A downloadable file.
 *
 * @param path path below {@code /data/}
 * @param mediaType media type
 * @param bytes size
 * @param sha256 SHA-256 in hexadecimal
 * @param rows number of rows without the header, 0 for descriptions
 */
public record DatasetFile(String path, String mediaType, long bytes, String sha256, long rows) {}
