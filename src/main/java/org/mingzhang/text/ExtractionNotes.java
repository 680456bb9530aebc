package org.mingzhang.text;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that the extraction adds to a document (placeholders for what it could not read, notes) or
 * to its warnings.
 */
public final class ExtractionNotes {
  /** Placeholder for a picture of a table whose text was not recognized. */
  public static final String PICTURE_TABLE = "（此处有图片表格，未识别）";

  /** Note before a table that OCR read from a picture. */
  public static final String RECOGNIZED_TABLE = "（下表由图片识别，可能有误，以原件为准）";

  private static final Pattern REPETITION_WARNING =
      Pattern.compile("the document is printed (\\d{1,6}) times in this file");

  private ExtractionNotes() {}

  /** The warning that a file contains its document several times. */
  public static String describeRepetition(int times) {
    return "the document is printed " + times + " times in this file";
  }

  /** The warning that a file contains the documents of several bodies. */
  public static String describeVolume(int bodyCount) {
    return "the file is a volume of " + bodyCount + " documents of different bodies";
  }

  /** How often a file contains its document according to its warnings; 1 without such a warning. */
  public static int findRepetitionCount(Collection<String> warnings) {
    return warnings.stream()
        .map(REPETITION_WARNING::matcher)
        .filter(Matcher::matches)
        .mapToInt(stated -> Integer.parseInt(stated.group(1)))
        .findFirst()
        .orElse(1);
  }
}
