package org.mingzhang.web.address;

/** Thrown if there is no such document, section or page. */
public final class NotFoundException extends RuntimeException {
  private final String suggestionQuery;

  /**
   * Creates the exception for what was looked for.
   *
   * @param subject what was looked for; the message is {@code there is no WHAT}
   * @param suggestionQuery words by which the nearest matches are found, empty for none
   */
  public NotFoundException(String subject, String suggestionQuery) {
    super("there is no " + subject);
    this.suggestionQuery = suggestionQuery;
  }

  /** Words by which the nearest matches are found. */
  public String suggestionQuery() {
    return suggestionQuery;
  }
}
