package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.model.Section;

/** Reports inconsistent numbers of annexes and of paragraphs. */
public final class NumberingChecks {
  private static final Pattern ANNEX_LIST_START = Pattern.compile("附件[^。]{0,4}:$");
  private static final Pattern ANNEX_LIST_ENTRY =
      Pattern.compile("^[-–—•]?(?:附件)?(?<number>\\d{1,2})[、.．:](?<title>[^。；]{6,60})$");
  private static final Pattern ANNEX_HEADING = Pattern.compile("^附件(?<number>\\d{1,2})[:.、]?$");
  private static final Pattern PARAGRAPH_NUMBER =
      Pattern.compile("^[(（](?<number>\\d{1,2})[)）]\\p{IsHan}");
  private static final int MIN_ITEMS_BEFORE_GAP = 4;

  private NumberingChecks() {}

  /**
   * Reports a list of annexes whose numbers differ from those in the headings of the annexes, one
   * finding for each list, at its first wrong entry. Annexes that are missing or have another title
   * are ignored.
   */
  public static List<CheckResult> checkAnnexes(AuditedDocument document) {
    Map<String, Section> annexes = new HashMap<>();
    for (Section section : document.sections()) {
      if (ANNEX_HEADING.matcher(normalize(section.number())).find()) {
        annexes.putIfAbsent(normalize(section.title()), section);
      }
    }
    List<CheckResult> checks = new ArrayList<>();
    boolean list = false;
    for (CompactParagraph paragraph :
        annexes.isEmpty() ? List.<CompactParagraph>of() : document.paragraphs()) {
      Matcher entry = ANNEX_LIST_ENTRY.matcher(paragraph.unspacedText());
      if (list && entry.find()) {
        Section annex = annexes.get(normalize(entry.group("title")));
        if (annex != null) {
          CheckResult check = checkAnnex(paragraph, entry.group("number"), annex);
          checks.add(check);
          list = check instanceof CheckResult.Agrees;
        }
      } else {
        list = ANNEX_LIST_START.matcher(paragraph.unspacedText()).find();
      }
    }
    return checks;
  }

  private static CheckResult checkAnnex(
      CompactParagraph paragraph, String listedNumber, Section annex) {
    String headed = ANNEX_HEADING.matcher(normalize(annex.number())).replaceFirst("${number}");
    if (Integer.parseInt(headed) == Integer.parseInt(listedNumber)) {
      return CheckResult.AGREES;
    }
    return FindingDraft.create("annex-numbers", paragraph, 0, paragraph.unspacedText().length())
        .setNumbers("附件" + listedNumber, "附件" + headed)
        .setOtherLocation(FindingDraft.locationOf(annex))
        .toResult(listedNumber, headed);
  }

  private static String normalize(String text) {
    return text.replaceAll("[\\s（）()《》“”\"]", "");
  }

  /** A paragraph that begins with a list number, and that number. */
  private record NumberedParagraph(CompactParagraph paragraph, int number) {}

  /**
   * Reports a list of paragraphs that skips a number: {@code （14）… （16）…}. Only lists that begin
   * with 1, have at least {@link #MIN_ITEMS_BEFORE_GAP} items before the gap, and have no other gap
   * are reported. Headings are ignored, because a conversion may lose their automatic numbers.
   */
  public static List<CheckResult> checkGaps(AuditedDocument document) {
    List<CheckResult> checks = new ArrayList<>();
    for (Section section : document.sections()) {
      List<NumberedParagraph> paragraphs = new ArrayList<>();
      for (CompactParagraph paragraph : document.paragraphs(section.path())) {
        Matcher number = PARAGRAPH_NUMBER.matcher(paragraph.unspacedText());
        if (number.find()) {
          paragraphs.add(
              new NumberedParagraph(paragraph, Integer.parseInt(number.group("number"))));
        }
      }
      checkGap(paragraphs).ifPresent(checks::add);
    }
    return checks;
  }

  /**
   * The finding for the only gap in numbers that are otherwise consecutive from 1; empty if there
   * is no gap, more than one, or one after fewer than {@link #MIN_ITEMS_BEFORE_GAP} items.
   */
  private static Optional<CheckResult> checkGap(List<NumberedParagraph> paragraphs) {
    int gap = -1;
    for (int i = 1; i < paragraphs.size(); i++) {
      int step = paragraphs.get(i).number() - paragraphs.get(i - 1).number();
      if (step == 2 && gap < 0) {
        gap = i;
      } else if (step != 1) {
        return Optional.empty();
      }
    }
    if (gap < MIN_ITEMS_BEFORE_GAP || paragraphs.getFirst().number() != 1) {
      return Optional.empty();
    }
    NumberedParagraph before = paragraphs.get(gap - 1);
    NumberedParagraph after = paragraphs.get(gap);
    String missing = "（" + (before.number() + 1) + "）";
    return Optional.of(
        FindingDraft.create("number-gap", after.paragraph(), 0, after.paragraph().sentenceEnd(0))
            .setNumbers("（" + after.number() + "）", missing)
            .setOtherLocation(
                FindingDraft.locationOf(before.paragraph(), 0, before.paragraph().sentenceEnd(0)))
            .toResult(before.number(), after.number(), missing));
  }
}
