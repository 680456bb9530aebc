package org.mingzhang.structure.outline;

import static org.mingzhang.fuzz.FuzzTarget.promise;

import org.mingzhang.fuzz.FuzzInput;

/** A fuzz target for the readers of heading numerals and titles, which are package-private. */
public final class HeadingFuzz {
  private static final HeadingNumeralReader NUMERALS = new HeadingNumeralReader();
  private static final HeadingTitleReader TITLES = new HeadingTitleReader();

  private HeadingFuzz() {}

  /** Reads each line as a heading. */
  public static void read(byte[] input) {
    FuzzInput.text(input).lines().forEach(HeadingFuzz::heading);
  }

  private static void heading(String line) {
    HeadingNumeral numeral = NUMERALS.read(line);
    String rest = line;
    if (numeral != null) {
      promise(numeral.ordinal() >= 0, "no numeral is negative: " + numeral);
      promise(line.endsWith(numeral.rest()), "what follows a numeral is the line's end");
      rest = numeral.rest();
    }
    HeadingTitle title = TITLES.read(rest);
    promise(title.text().length() <= rest.length(), "a title is a part of its line");
    HeadingTitleReader.clean(title.text());
  }
}
