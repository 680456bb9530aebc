package org.mingzhang.query;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A message to the user about how a query was changed or interpreted.
 *
 * @param code identifier, for example {@code taken-literally}
 * @param chinese one sentence in Chinese
 * @param english one sentence in English
 */
public record QueryNotice(String code, String chinese, String english) {
  /** Code of the notice that the results contain only some of the words. */
  public static final String SOME_WORDS = "some-words";

  /**
   * The notice that no result contains all words. It lists the words that none of the results
   * contains.
   */
  public static QueryNotice ofMissingWords(List<String> words) {
    String chinese = words.stream().map(w -> "“" + w + "”").collect(Collectors.joining());
    String english = words.stream().map(w -> '"' + w + '"').collect(Collectors.joining(", "));
    return new QueryNotice(
        SOME_WORDS,
        "没有结果同时含有全部词语，以下结果都不含" + chinese + "。",
        "No result contains all of the words; none of these contains " + english + ".");
  }

  /** The notice that some results contain all words and others only some of them. */
  public static QueryNotice ofIncompleteHits() {
    return new QueryNotice(
        SOME_WORDS,
        "有的结果只含部分词语，所缺的词注在该条之下。",
        "Some results contain only some of the words; the missing ones are named below each.");
  }

  /** Whether it is the notice that the results contain only some of the words. */
  public boolean isPartialMatch() {
    return code.equals(SOME_WORDS);
  }
}
