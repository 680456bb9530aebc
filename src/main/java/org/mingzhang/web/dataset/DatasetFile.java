package org.mingzhang.web.dataset;

/**
 * A file that can be taken.
 *
 * @param path below {@code /data/}
 * @param mediaType its type
 * @param bytes its size
 * @param sha256 its fingerprint
 * @param rows rows without the head, 0 for a description
 */
public record DatasetFile(String path, String mediaType, long bytes, String sha256, long rows) {}
