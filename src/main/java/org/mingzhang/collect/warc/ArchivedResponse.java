package org.mingzhang.collect.warc;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.mingzhang.collect.http.ResponseHead;

/**
 * A decoded response of a web archive.
 *
 * @param uri the requested address
 * @param date time of the capture
 * @param head head of the response; for resource records only the media type
 * @param content file with the content, valid until the next response is read
 * @param sha256 SHA-256 of the content in lower-case hexadecimal
 * @param recordPosition WARC file and offset of the record, as a formatted {@link
 *     WarcRecordPosition}
 */
public record ArchivedResponse(
    URI uri, Instant date, ResponseHead head, Path content, String sha256, String recordPosition) {}
