package org.mingzhang.archive;

import java.time.Instant;

/**
 * The removal of a document from display and search. Its files stay in the archive, so that it can
 * be restored.
 *
 * @param documentId permalink id of the document
 * @param removedAt time of the removal
 * @param reason reason shown to readers of its permalink
 */
public record DocumentRemoval(String documentId, Instant removedAt, String reason) {}
