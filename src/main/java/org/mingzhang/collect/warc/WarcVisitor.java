package org.mingzhang.collect.warc;

import java.io.IOException;

/** Visitor of the responses of a web archive. */
public interface WarcVisitor {
  /** Visits a response with status 200 or a resource record. */
  void visitResponse(ArchivedResponse response) throws IOException;

  /**
   * Reports a record that is too large or malformed, or whose answer breaks off.
   *
   * @param record its position or its address
   * @param reason why it was skipped
   */
  void recordSkipped(String record, String reason);
}
