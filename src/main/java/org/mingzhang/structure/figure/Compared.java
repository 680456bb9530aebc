package org.mingzhang.structure.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.Mention;

/**
 * Names the amounts of two years that are held against each other, {@code 由2022年的9.25万元减少到8万元}, the
 * amount of the year compared with, {@code 与2022年的7.5万元相比}, and several amounts named together,
 * {@code 公务用车购置费、公务接待费分别为2万元、1万元}.
 */
record Compared(FigureContext context, Focus focus) {
  private static final String YEAR_BEFORE =
      "(?:上年|上一年|去年|原来|(?:19|20)\\d{2}年)?度?(?:同期)?(?:年初)?(?:决算|执行)?数?的?";
  private static final Pattern FROM = Pattern.compile("^(?<subject>.*?)由" + YEAR_BEFORE + "$");
  private static final Pattern BASE_BUDGET = Pattern.compile("^[与比较]年初预算数?的?$");
  private static final Pattern YEAR_ALONE = Pattern.compile("^(?:19|20)\\d{2}年度?[为是]?$");
  private static final Pattern TO =
      Pattern.compile("^(?:增|减|上|下|升|降|调|压|提)\\p{IsHan}{0,3}[到至为](?:(?:19|20)\\d{2}年度?的?)?$");
  private static final Pattern BASE =
      Pattern.compile("^[与比较](?=上|去|原|1|2)" + YEAR_BEFORE + "(?<budget>(?<=年度?|年初)预算数?的?)?$");
  private static final Pattern TOGETHER =
      Pattern.compile("^(?<subjects>.+?)(?:分别|均|都|各)(?:安排|支出)?[为是]?$");

  /** 财政拨款收入、支出总计 are the two totals of one kind of money. */
  private static final Pattern BOTH_SIDES = Pattern.compile("收入?[、和及与]支");

  private static final Pattern AND = Pattern.compile("[、和及与](?!运行)");

  /** The names; empty where the amount is stated in another way. */
  List<String> of(CompactText compact, Mention mention) {
    String label = mention.label();
    Matcher base = BASE.matcher(label);
    if (base.matches()) {
      return base.group("budget") == null
          ? focus.names()
          : focus.names().stream().map(Compared::budget).toList();
    }
    if (BASE_BUDGET.matcher(label).matches()) {
      return focus.item() != null
          ? List.of("年初预算")
          : focus.names().stream().map(Compared::budget).toList();
    }
    if (YEAR_ALONE.matcher(label).matches()) {
      return focus.names();
    }
    Matcher from = FROM.matcher(label);
    if (from.matches()) {
      return from(from.group("subject"));
    }
    String before = compact.text().substring(mention.part(), mention.quantity().start());
    if (TO.matcher(label).matches() && before.contains("由")) {
      return focus.names();
    }
    Matcher together = TOGETHER.matcher(label);
    boolean parted = together.matches() && !BOTH_SIDES.matcher(together.group("subjects")).find();
    return parted ? together(together.group("subjects")) : List.of();
  }

  private static String budget(String name) {
    if (name.equals("一般公共预算财政拨款支出")) {
      return "年初预算";
    }
    return name.endsWith("预算") ? name : name.replaceFirst("支出决算$", "") + "预算";
  }

  private List<String> from(String words) {
    String subject = FigureVocabulary.clean(words, context.agency());
    if (!subject.isEmpty()) {
      focus.setNames(FigureVocabulary.names(subject, context.topic()));
    }
    return focus.names();
  }

  private List<String> together(String words) {
    String subjects = FigureVocabulary.clean(words, context.agency());
    boolean planned = subjects.matches(".*预算数?$");
    List<String> names = new ArrayList<>();
    List<String> parts = AND.splitAsStream(subjects).toList();
    for (String part : parts) {
      List<String> name = FigureVocabulary.names(part, context.topic());
      if (name.size() != 1) {
        return List.of();
      }
      String only = name.getFirst();
      names.add(
          planned && FigureVocabulary.isPartOfThreePublic(only) && !only.endsWith("预算")
              ? only + "预算"
              : only);
    }
    if (parts.size() < 2) {
      return List.of();
    }
    focus.setNames(names);
    return names;
  }
}
