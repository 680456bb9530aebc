package org.mingzhang.web.wording;

import java.io.IOException;

/** Something that words what it is given. Used by many threads. */
public interface SentenceWriter {
  /**
   * What it writes.
   *
   * @param instruction what is to be done
   * @param material what it is to be done with
   * @throws IOException if there is no answer in time, or none that can be read
   */
  String write(String instruction, String material) throws IOException;
}
