package org.mingzhang.analysis;

import com.hankcs.hanlp.HanLP;

/**
 * Simplified text in traditional characters, for reading. Characters with several traditional forms
 * are read by the words they stand in (发展 發展, 头发 頭髮); words stay the words they are. The first call
 * loads HanLP's table, some 0.5 s.
 */
public final class TraditionalText {
  private TraditionalText() {}

  /** The text in traditional characters; the table's rarer variants give way to the usual ones. */
  public static String of(String text) {
    return HanLP.convertToTraditionalChinese(text)
        .replace('爲', '為')
        .replace('裏', '裡')
        .replace('覈', '核');
  }
}
