/**
 * The content-addressed store of originals and disclosures, their versions and permalinks.
 *
 * <p>{@code objects/} holds original files by fingerprint, {@code records/} the disclosures read
 * from them, {@code ledger.db} (SQLite) which file is which version of which document, every
 * permalink ever given out, and the queue of files that were accepted.
 */
@NullMarked
package org.mingzhang.archive;

import org.jspecify.annotations.NullMarked;
