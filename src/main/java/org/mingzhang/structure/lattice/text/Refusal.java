package org.mingzhang.structure.lattice.text;

import org.mingzhang.structure.lattice.LatticePath;

/** The sentence about a table or form whose cells fit its columns in no way. */
final class Refusal {
  private static final int MOST_SHOWN = 40;

  private Refusal() {}

  static String of(LineGroup passage, int header, LatticePath reading) {
    StringBuilder titles = new StringBuilder();
    for (int i = header; i < passage.size() && titles.length() < MOST_SHOWN; i++) {
      titles.append(i > header ? " " : "").append(passage.tight(i));
    }
    return of(titles.toString(), reading.none());
  }

  /**
   * The sentence.
   *
   * @param titles the titles of the columns
   * @param none whether there is no reading at all
   */
  static String of(String titles, boolean none) {
    String shown = titles.substring(0, Math.min(MOST_SHOWN, titles.length()));
    return "The cells below the header “"
        + shown
        + "…” fit its columns in no way"
        + (none ? "" : " that can be believed")
        + "; they were left as text.";
  }
}
