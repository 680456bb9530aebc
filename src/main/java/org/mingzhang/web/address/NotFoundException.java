package org.mingzhang.web.address;

/** Thrown if a document, section or page does not exist. */
public final class NotFoundException extends RuntimeException {
  private final String suggestionQuery;

  /**
   * Creates the exception for something that was not found.
   *
   * @param subject what was not found; the message is {@code there is no SUBJECT}
   * @param suggestionQuery query to find the nearest matches, empty for none
   */
  public NotFoundException(String subject, String suggestionQuery) {
    super("there is no " + subject);
    this.suggestionQuery = suggestionQuery;
  }

  /** Query to find the nearest matches; may be empty. */
  public String suggestionQuery() {
    return suggestionQuery;
  }
}
