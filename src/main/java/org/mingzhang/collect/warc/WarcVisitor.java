package org.mingzhang.collect.warc;

import java.io.IOException;

/** Is given the answers of a web archive. */
public interface WarcVisitor {
  /** An answer with status 200. */
  void answer(ArchivedResponse answer) throws IOException;

  /** A record that is not read, and why. */
  void passedOver(String record, String reason);
}
