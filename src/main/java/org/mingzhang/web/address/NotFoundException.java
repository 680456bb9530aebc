package org.mingzhang.web.address;

/** There is no such document, section or page. */
public final class NotFoundException extends RuntimeException {
  private final String words;

  /**
   * Says what was looked for.
   *
   * @param what what there is none of
   * @param words words by which the nearest matches are found, empty for none
   */
  public NotFoundException(String what, String words) {
    super("there is no " + what);
    this.words = words;
  }

  /** Words by which the nearest matches are found. */
  public String words() {
    return words;
  }
}
