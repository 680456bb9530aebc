package org.mingzhang.query;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was done to a query, for the one who typed it.
 *
 * @param code short name, for example {@code taken-literally}
 * @param chinese one sentence
 * @param english the same in English
 */
public record QueryNotice(String code, String chinese, String english) {
  /** Code of the notice that rows were taken that have only a part of the words. */
  public static final String SOME_WORDS = "some-words";

  /** That nothing has all words, and which of them none of the results shown has. */
  public static QueryNotice without(List<String> words) {
    String chinese = words.stream().map(w -> "“" + w + "”").collect(Collectors.joining());
    String english = words.stream().map(w -> '"' + w + '"').collect(Collectors.joining(", "));
    return new QueryNotice(
        SOME_WORDS,
        "没有结果同时含有全部词语，以下结果都不含" + chinese + "。",
        "No result contains all of the words; none of these contains " + english + ".");
  }

  /** Whether it says that rows with a part of the words are shown. */
  public boolean someWords() {
    return code.equals(SOME_WORDS);
  }
}
