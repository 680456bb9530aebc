package org.mingzhang.collect.warc;

import java.io.IOException;

/** Visitor of the responses of a web archive. */
public interface WarcVisitor {
  /** Visits a response with status 200. */
  void visitResponse(ArchivedResponse response) throws IOException;

  /** Reports a record that is not read. */
  void recordSkipped(String record, String reason);
}
