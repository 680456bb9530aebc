package org.mingzhang.collect;

import java.time.Instant;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.collect.http.HttpExchange;
import org.mingzhang.collect.source.CrawlSource;

/**
 * A response that is being read, with its context.
 *
 * @param source source of the address
 * @param archive archive with the provenance of known documents
 * @param frontierEntry the address with its state before this response
 * @param exchange request and response, whose content can be read repeatedly
 * @param visit collects links, documents and refusals
 * @param fetchedAt time of the fetch
 * @param recordPosition formatted {@link org.mingzhang.collect.warc.WarcRecordPosition} of the
 *     response
 */
record FetchedResource(
    CrawlSource source,
    Archive archive,
    FrontierEntry frontierEntry,
    HttpExchange exchange,
    VisitOutcome visit,
    Instant fetchedAt,
    String recordPosition) {}
