package org.mingzhang.collect.warc;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.mingzhang.collect.http.ResponseHead;

/**
 * An answer that a web archive holds, unpacked.
 *
 * @param uri what was asked for
 * @param date when it was captured
 * @param head its head; only a media type where the archive keeps no more
 * @param content file of its content, there until the next answer is read
 * @param sha256 of the content, in lower-case hexadecimal
 * @param place file and offset of its record
 */
public record ArchivedResponse(
    URI uri, Instant date, ResponseHead head, Path content, String sha256, String place) {}
