package org.mingzhang.archive;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of a document's publication: a URL and what was observed there. It is journaled and
 * never deleted.
 *
 * @param url the URL
 * @param source name of the source or web archive that it was found in
 * @param linkingPageUrl URL of the linking page; null for the first page of a source
 * @param linkingPageTitle title of that page, or null
 * @param label text of the link, or null
 * @param firstSeen time of the first fetch
 * @param lastSeen time when it was last seen
 * @param goneSince time since which it is missing; null while it exists
 * @param goneReason the site's answer since then, or null
 * @param published date of publication, or null if unknown
 * @param publishedBy source of the date with its wording, or null
 * @param capture WARC file, offset and date of the latest complete response, {@code
 *     FILE@OFFSET@DATE}, or null
 * @param region region stated for the source, or null
 * @param agency agency stated for the source, or null
 */
public record Provenance(
    String url,
    String source,
    @Nullable String linkingPageUrl,
    @Nullable String linkingPageTitle,
    @Nullable String label,
    Instant firstSeen,
    Instant lastSeen,
    @Nullable Instant goneSince,
    @Nullable String goneReason,
    @Nullable LocalDate published,
    @Nullable String publishedBy,
    @Nullable String capture,
    @Nullable String region,
    @Nullable String agency) {}
