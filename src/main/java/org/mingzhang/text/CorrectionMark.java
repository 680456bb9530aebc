package org.mingzhang.text;

import java.util.regex.Pattern;

/**
 * The words with which a title says that a document replaces an earlier publication of it:
 * 某某局2024年度 部门决算（更正版）, 更正后的…, …（2025年9月修订）. The title of a notice about a correction (关于更正…的公告) has
 * no such words.
 */
public final class CorrectionMark {
  private static final Pattern MARK =
      Pattern.compile(
          "[（(【\\[](?:20\\d\\d年(?:\\d{1,2}月)?(?:\\d{1,2}日)?|已|经|再次|最新|第[一二三四五\\d]次)*"
              + "(?:(?:更正|修订|修正|勘误|订正)(?:版本?|稿|后|本)?|(?:更新|修改)(?:版本?|稿|后)|重新(?:公开|公布|发布)"
              + "|(?<=再次|第[二三四五2-5]次)(?:公开|公布))[】）)\\]]"
              + "|^(?:更正|修订|修正|勘误)后的?"
              + "|[-—_·]*(?:(?:更正|修订|修正|勘误|更新|修改)(?:版本?|稿|后)|(?<=[-—_·])(?:更正|修订|勘误))$");

  private CorrectionMark() {}

  /** Whether a title says that the document is a correction. */
  public static boolean isIn(String title) {
    return MARK.matcher(title).find();
  }

  /** The title without its words for a correction; the unchanged title if it has none. */
  public static String removeFrom(String title) {
    return MARK.matcher(title).replaceAll("");
  }
}
