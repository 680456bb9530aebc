package org.mingzhang.structure.figure;

/**
 * Names of the columns of the table of the three public expenses, whose head has two or three
 * levels: {@code 财政拨款“三公”经费/公务用车购置及运行费/小计/预算数}, or {@code 预算数/公务接待费}.
 */
final class ThreePublicHead {
  private ThreePublicHead() {}

  /**
   * The figure's name; the column's own head where it is about none of them.
   *
   * @param title the table's title, which tells budget from result where the head does not
   */
  static String name(String header, String title) {
    String plain =
        header
            .replaceAll(
                "[\\s“”\"]|[(（][左右\\d][)）]|(?:(?:19|20)\\d{2}年度?|[上本]年)(?=\\p{IsHan}{0,2}[预决]算)",
                "")
            .replace('（', '(')
            .replace('）', ')');
    String last = plain.substring(plain.lastIndexOf('/') + 1);
    String subject = subject(plain);
    if (subject.isEmpty()) {
      return last;
    }
    boolean budget = plain.matches(".*/(?:年初|全年)?预算数?$|(?:年初|全年)?预算数?/.*");
    if (subject.equals("三公经费")) {
      return budget || plain.startsWith("三公经费预算") ? "三公经费预算" : total(plain, title);
    }
    return budget ? subject + "预算" : subject;
  }

  /**
   * The total by what the head says of it, else by the title: 一般公共预算 there is whose money it is.
   */
  private static String total(String plain, String title) {
    if (plain.contains("决算") || title.contains("决算")) {
      return "三公经费支出决算";
    }
    String rest = title.replaceAll("(?:一般公共|政府性基金|国有资本经营)预算", "");
    return rest.contains("预算") ? "三公经费预算" : "三公经费";
  }

  private static String subject(String plain) {
    if (plain.contains("机关运行经费") && !plain.contains("三公经费/")) {
      return "";
    }
    if (plain.contains("出国")) {
      return "因公出国(境)费";
    }
    if (plain.contains("接待")) {
      return "公务接待费";
    }
    if (plain.contains("公务用车购置及运行") || plain.contains("公务用车购置和运行")) {
      String rest = plain.replaceFirst(".*公务用车购置[及和]运行(?:维护)?费?", "");
      return rest.contains("购置") ? "公务用车购置费" : rest.contains("运行") ? "公务用车运行费" : "公务用车购置及运行费";
    }
    boolean all = plain.contains("三公") || plain.matches("(?:(?:年初|全年)?预算|决算)数?/.*");
    return all && plain.contains("合计") ? "三公经费" : "";
  }
}
