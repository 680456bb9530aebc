package org.mingzhang.collect;

import java.time.Instant;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.collect.http.Exchange;
import org.mingzhang.collect.source.Source;

/**
 * An address whose answer is being read, and where what is read of it goes.
 *
 * @param source the source it belongs to
 * @param archive what is known of it and of its documents
 * @param resource the address with its state before this answer
 * @param exchange request and answer; its content may be read again and again
 * @param outcome takes links, documents and refusals
 * @param now when it was fetched
 * @param capture the place of the answer in the web archive, as printed
 */
record FetchedResource(
    Source source,
    Archive archive,
    FrontierEntry resource,
    Exchange exchange,
    VisitOutcome outcome,
    Instant now,
    String capture) {}
