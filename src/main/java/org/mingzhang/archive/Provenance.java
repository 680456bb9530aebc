package org.mingzhang.archive;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a document was published: an address and what was seen there. It is evidence, so it is
 * written to the journal of the ledger and never deleted.
 *
 * @param url the address
 * @param source name of the source it was found by, or of the web archive it was read from
 * @param page address of the page that links it; null for the first page of a source
 * @param pageTitle title of that page, or null
 * @param label text of the link, or null
 * @param firstSeen when it was first fetched
 * @param lastSeen when it was last seen there
 * @param gone since when it is no longer there; null while it is
 * @param goneReason what the site says instead, or null
 * @param published day of publication, or null where nothing says it
 * @param publishedBy what says so, with its own words, or null
 * @param capture WARC file and offset of the newest whole response, {@code FILE@OFFSET}, or null
 * @param region region stated for the source, or null
 * @param agency agency stated for the source, or null
 */
public record Provenance(
    String url,
    String source,
    @Nullable String page,
    @Nullable String pageTitle,
    @Nullable String label,
    Instant firstSeen,
    Instant lastSeen,
    @Nullable Instant gone,
    @Nullable String goneReason,
    @Nullable LocalDate published,
    @Nullable String publishedBy,
    @Nullable String capture,
    @Nullable String region,
    @Nullable String agency) {}
