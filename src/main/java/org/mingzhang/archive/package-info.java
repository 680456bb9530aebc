/**
 * The content-addressed store of originals and disclosures, their versions and permalinks.
 *
 * <p>{@code objects/} holds original files by their SHA-256, and {@code records/} the disclosures
 * read from them. {@code ledger.db} (SQLite) records which file is which version of which document,
 * every permalink ever issued, and the queue of accepted files.
 */
@NullMarked
package org.mingzhang.archive;

import org.jspecify.annotations.NullMarked;
