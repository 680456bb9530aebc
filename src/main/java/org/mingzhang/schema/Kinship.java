package org.mingzhang.schema;

import org.mingzhang.model.Topic;
import org.mingzhang.text.SearchNormalizer;

/** The key under which the same section of other documents is found: its topic and folded title. */
public final class Kinship {
  private static final int LONGEST_TITLE = 100;

  private Kinship() {}

  /**
   * The key of a section: years and numerals of the title left out, so that 2023年度收入决算情况说明 and
   * 收入决算情况说明 are the same.
   */
  public static String key(Topic topic, String title) {
    String folded =
        SearchNormalizer.fold(title).replaceAll("\\d{4}年度?", "").replaceAll("^[\\d.、()]+", "");
    return topic.name() + "/" + folded.substring(0, Math.min(folded.length(), LONGEST_TITLE));
  }
}
