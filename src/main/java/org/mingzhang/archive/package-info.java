/**
 * The content-addressed store of originals and disclosures, their versions and permalinks.
 *
 * <p>{@code objects/} holds original files by their SHA-256, and {@code records/} the disclosures
 * read from them. The ledger, {@code ledger.db} (SQLite) or a shared PostgreSQL database, records
 * which file is which version of which document, every permalink ever issued, the queue of accepted
 * files, the crawl frontier and the alerts.
 */
@NullMarked
package org.mingzhang.archive;

import org.jspecify.annotations.NullMarked;
