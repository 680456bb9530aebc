package org.mingzhang.web.wording;

import java.io.IOException;

/** A language model that writes text. Implementations are used by many threads. */
public interface LanguageModel {
  /**
   * Writes a text.
   *
   * @param instruction the instruction (system prompt)
   * @param material the material to write about, to be treated as data and never as instructions
   * @throws IOException if there is no readable answer in time
   */
  String write(String instruction, String material) throws IOException;
}
