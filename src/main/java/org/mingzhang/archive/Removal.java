package org.mingzhang.archive;

import java.time.Instant;

/**
 * A document that is no longer shown or searched. Its originals and records stay in the archive, so
 * that it can be put back.
 *
 * @param documentId permalink id of the document
 * @param when when it was taken out
 * @param reason why, as readers of its permalink are told
 */
public record Removal(String documentId, Instant when, String reason) {}
