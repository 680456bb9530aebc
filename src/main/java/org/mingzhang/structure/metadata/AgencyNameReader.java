package org.mingzhang.structure.metadata;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads agency names that begin with a place from running text. */
final class AgencyNameReader {
  private static final Pattern NAME =
      Pattern.compile(
          "^(?:人民政府(?:\\p{IsHan}{1,14}?(?:办公室|办公厅|办事处|研究室|参事室))?|(?!人民政府)[\\p{IsHan}]{2,18}?(?:局|厅|委员会|办公室|总工会|联合会|工商联|妇联|残联|科协|法院|检察院|医院|博物馆|图书馆|文化馆|殡仪馆|档案馆|卫生院|中学|小学|学校|大学|学院|幼儿园|街道办事处|镇人民政府|乡人民政府|管委会|中心|工作部|组织部|宣传部|统战部|政协|人大|党校))");

  private AgencyNameReader() {}

  /**
   * Reads the agency name that begins at the start of a text; empty if the text begins with none.
   *
   * @param text text that begins with a place
   * @param place length of the place
   */
  static Optional<String> readName(String text, int place) {
    Matcher name = NAME.matcher(text.substring(place));
    return name.find() ? Optional.of(text.substring(0, place + name.end())) : Optional.empty();
  }
}
