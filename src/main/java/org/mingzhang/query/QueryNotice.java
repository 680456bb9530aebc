package org.mingzhang.query;

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
}
