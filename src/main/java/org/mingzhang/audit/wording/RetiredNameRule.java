package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.account.BudgetClassification.Entry;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Topic;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Reports names of the functional classification that were no longer in force in the year of the
 * document: 医疗卫生与计划生育支出 for 卫生健康支出 since 2019. Each name is reported once. A paragraph about an
 * earlier year or about the change of names may use the old name.
 */
public final class RetiredNameRule implements Rule {
  private static final int MIN_NAME_LENGTH = 6;
  private static final List<Entry> RETIRED_ENTRIES =
      BudgetClassification.functional().entries().stream().filter(Entry::isOutOfUse).toList();
  private static final PrefilteredPattern RETIRED_NAME =
      PrefilteredPattern.derive(
          Pattern.compile(
              "(?<![\\p{IsHan}、])(?:\\d{1,2}[.、])?(?<name>"
                  + RETIRED_ENTRIES.stream()
                      .map(Entry::name)
                      .distinct()
                      .sorted((a, b) -> b.length() - a.length())
                      .map(Pattern::quote)
                      .collect(Collectors.joining("|"))
                  + ")(?:(?<mark>[(（](?:类|款)[)）])|(?=[”\"]?(?:支出)?(?:决算|年初预算|预算|支出)?(?:数)?(?:为)?\\d))"));
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(RetiredNameRule.class);
  private static final Pattern RENAMING_WORDS = PATTERNS.get("renaming-words");
  private static final Pattern NAMED_YEAR = Pattern.compile("20\\d{2}(?=年)");

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    Integer year = document.disclosure().metadata().year();
    if (year == null) {
      return List.of();
    }
    Set<String> reported = new HashSet<>();
    Stream<CheckResult> inText =
        document
            .findMatches(RETIRED_NAME)
            .filter(m -> m.paragraph().topic() != Topic.GLOSSARY)
            .filter(m -> !RENAMING_WORDS.matcher(m.paragraph().unspacedText()).find())
            .filter(
                m -> m.words().group("mark") != null || m.group("name").length() >= MIN_NAME_LENGTH)
            .flatMap(
                m ->
                    BudgetClassification.functional().findByName(m.group("name")).stream()
                        .filter(e -> isRetired(m, e, year) && reported.add(m.group("name")))
                        .map(
                            e ->
                                createFinding(
                                    FindingDraft.create(
                                        "retired-name",
                                        m.paragraph(),
                                        m.words().start("name"),
                                        m.words().end()),
                                    e,
                                    year)));
    return Stream.concat(inText, findInTables(document, year, reported)).toList();
  }

  /**
   * Finds retired names in tables if only other tables print the name in force. A table that prints
   * both is ignored, since it may also list the amounts of an earlier year.
   */
  private static Stream<CheckResult> findInTables(
      AuditedDocument document, int year, Set<String> reported) {
    List<Set<String>> labels = document.tables().stream().map(RetiredNameRule::labelsOf).toList();
    List<CheckResult> checks = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Set<String> own = labels.get(i);
      AccountTable table = document.tables().get(i);
      for (Entry entry : RETIRED_ENTRIES) {
        String now = nameInForce(entry, year);
        if (own.contains(entry.name())
            && Objects.requireNonNull(entry.to()) < year
            && now != null
            && findEntriesInForce(entry.name(), year).isEmpty()
            && !own.contains(now)
            && labels.stream().anyMatch(other -> other.contains(now))
            && reported.add(entry.name())) {
          checks.add(
              createFinding(
                  FindingDraft.create("retired-name", location(table, entry)), entry, year));
        }
      }
    }
    return checks.stream();
  }

  private static Set<String> labelsOf(AccountTable table) {
    return table.data().rows().stream()
        .flatMap(List::stream)
        .filter(cell -> cell.length() >= MIN_NAME_LENGTH && !Character.isDigit(cell.charAt(0)))
        .map(RetiredNameRule::withoutNumeral)
        .filter(label -> label.length() >= MIN_NAME_LENGTH)
        .collect(Collectors.toSet());
  }

  /** The name in a cell without its numeral: 五、卫生健康支出. */
  private static String withoutNumeral(String cell) {
    return cell.substring(cell.indexOf('、') + 1).strip();
  }

  private static QuoteLocation location(AccountTable table, Entry entry) {
    for (int row = 0; row < table.rowCount(); row++) {
      if (table.data().rows().get(row).stream()
          .anyMatch(c -> withoutNumeral(c).equals(entry.name()))) {
        return FindingDraft.locationOf(
            table, row, table.quote(row, 0, table.data().header().size() - 1));
      }
    }
    throw new IllegalStateException(entry.name());
  }

  private static @Nullable String nameInForce(Entry entry, int year) {
    return BudgetClassification.functional()
        .findByCode(entry.code(), year)
        .map(Entry::name)
        .orElse(null);
  }

  private static boolean isRetired(ParagraphMatch name, Entry entry, int year) {
    return entry.isOutOfUse()
        && Objects.requireNonNull(entry.to()) < year
        && findEntriesInForce(name.group("name"), year).isEmpty()
        && !namesYearInForce(name.paragraph(), entry);
  }

  private static List<Entry> findEntriesInForce(String name, int year) {
    return BudgetClassification.functional().findByName(name).stream()
        .filter(e -> e.isValidIn(year))
        .toList();
  }

  private static boolean namesYearInForce(CompactParagraph paragraph, Entry entry) {
    return NAMED_YEAR
        .matcher(paragraph.unspacedText())
        .results()
        .anyMatch(y -> Integer.parseInt(y.group()) <= Objects.requireNonNull(entry.to()));
  }

  private static CheckResult createFinding(FindingDraft draft, Entry entry, int year) {
    String now = Objects.requireNonNullElse(nameInForce(entry, year), "另一科目");
    return draft
        .setNumbers(entry.name(), now)
        .toResult(entry.name(), Objects.requireNonNull(entry.to()) + 1, year, now);
  }
}
