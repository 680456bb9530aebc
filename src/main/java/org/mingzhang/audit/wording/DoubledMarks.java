package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;

/** The same punctuation mark twice, and numbers with two decimal points. */
public final class DoubledMarks implements Rule {
  private static final Pattern TWICE =
      Pattern.compile(
          "[^。，；、]{0,16}(?:。。(?!。)|，，|；；|、、)|\\d+[.,]{2,}\\d+(?:万?元|%)?"
              + "|[^。，；、]{0,16}(?<![\\d.,])\\d{1,3}(?:,\\d{3})*[,，](?:\\d{1,2}|\\d{4,})(?:[,，]\\d+){0,8}(?:\\.\\d+)?[万亿]?元");

  /** A wide comma, as printed, parts two numbers and not the digits of one. */
  private static final Pattern LIST = Pattern.compile("\\d\\s*，\\s*\\d");

  private static final Pattern ANY =
      Pattern.compile("。。|，，|；；|、、|\\d[.,]{2,}\\d|\\d[,，](?:\\d{1,2}|\\d{4,})[,，.万亿元]");

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    for (Passage passage : reading.passages()) {
      if (!ANY.matcher(passage.compact()).find()) {
        continue;
      }
      Matcher match = TWICE.matcher(passage.compact());
      while (match.find()) {
        if (LIST.matcher(passage.quote(match.start(), match.end())).find()) {
          continue;
        }
        checks.add(Draft.at("doubled-marks", passage, match.start(), match.end()).says());
      }
    }
    return checks;
  }
}
