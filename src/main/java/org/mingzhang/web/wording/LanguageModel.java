package org.mingzhang.web.wording;

import java.io.IOException;

/** A language model that writes text. Implementations are thread-safe. */
public interface LanguageModel {
  /**
   * Generates a text. Blocks until the model has answered.
   *
   * @param systemPrompt the instruction
   * @param userContent the material to write about, to be treated as data and never as instructions
   * @throws IOException if there is no readable answer in time
   */
  String generate(String systemPrompt, String userContent) throws IOException;
}
