package org.mingzhang.audit.wording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.wording.ErroneousWording.Condition;
import org.mingzhang.audit.wording.ErroneousWording.TextKind;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.text.CompactText;

/**
 * A rule that finds wordings by patterns; see {@link ErroneousWording}. If more than two headings
 * of a document name another year, its own year is uncertain and none of them is reported.
 */
public final class WordingRule implements Rule {
  private static final Pattern YEAR = Pattern.compile("(?<year>20\\d{2})年");
  private static final Pattern AMOUNT = Pattern.compile("\\d[百千]?[万亿]?元");
  private static final int MAX_HEADINGS_OF_OTHER_YEAR = 2;

  private final List<ErroneousWording> wordings;

  public WordingRule(RuleDescription rule) {
    wordings = ErroneousWording.ALL.stream().filter(w -> w.belongsToRule(rule.id())).toList();
  }

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    List<ErroneousWording> texts = wordingsFor(TextKind.TEXT, document);
    List<ErroneousWording> cells = wordingsFor(TextKind.CELL, document);
    List<CheckResult> checks = new ArrayList<>();
    for (CompactParagraph paragraph :
        texts.isEmpty() ? List.<CompactParagraph>of() : document.paragraphs()) {
      document.throwIfTimeExhausted();
      checkTexts(texts, paragraph, document, checks);
    }
    checks.addAll(checkHeadings(wordingsFor(TextKind.HEADING, document), document));
    for (Section section : cells.isEmpty() ? List.<Section>of() : document.sections()) {
      checkCells(cells, section, document, checks);
    }
    for (ErroneousWording wording : wordingsFor(TextKind.INDICATOR, document)) {
      for (Indicator row : document.indicators()) {
        checkIndicator(wording, row, document, checks);
      }
    }
    return checks;
  }

  private List<ErroneousWording> wordingsFor(TextKind textKind, AuditedDocument document) {
    return wordings.stream()
        .filter(w -> w.textKind() == textKind && w.appliesTo(document))
        .toList();
  }

  private static int yearOrZero(AuditedDocument document) {
    Integer year = document.year();
    return year == null ? 0 : year;
  }

  private static void checkTexts(
      List<ErroneousWording> textWordings,
      CompactParagraph paragraph,
      AuditedDocument document,
      List<CheckResult> checks) {
    BitSet taken = new BitSet();
    for (ErroneousWording wording : textWordings) {
      if (hasTooFewAmounts(paragraph, wording)) {
        continue;
      }
      for (MatchResult match : paragraph.findMatches(wording.pattern())) {
        boolean named = match.namedGroups().containsKey("quote");
        int from =
            named
                ? match.start("quote")
                : wording.quoteStart(paragraph.unspacedText(), match.start());
        int to = named ? match.end("quote") : match.end();
        if (!taken.get(from)
            && !taken.get(Math.max(from, to - 1))
            && printsExpectedWhiteSpace(paragraph, match)) {
          List<CheckResult> answers =
              wording.isExcepted(paragraph.quote(from, to))
                  ? List.of()
                  : check(wording, paragraph, match, from, to, document);
          if (!answers.isEmpty() || wording.condition() != Condition.NAMES) {
            taken.set(from, to);
          }
          checks.addAll(answers);
        }
      }
    }
  }

  /**
   * Whether the last year that a sentence names before an offset is later than the year of the
   * document: 2025年预算安排80万元，比2024年决算增加2万元.
   */
  private static boolean isAboutLaterYear(String text, int end, int year) {
    int start = text.lastIndexOf('。', end - 1) + 1;
    Matcher named = YEAR.matcher(text).region(start, Math.max(start, end));
    int last = 0;
    while (named.find()) {
      last = Integer.parseInt(named.group("year"));
    }
    return last > year;
  }

  private static List<CheckResult> check(
      ErroneousWording wording,
      CompactParagraph paragraph,
      MatchResult match,
      int from,
      int to,
      AuditedDocument document) {
    if (wording.condition() == Condition.SECTION_END && !endsSection(paragraph, document)) {
      return List.of();
    }
    if (wording.condition() == Condition.YEAR_OF_DOCUMENT
        && isAboutLaterYear(paragraph.text().text(), from, yearOrZero(document))) {
      return List.of();
    }
    FindingDraft draft = FindingDraft.create(wording.message(), paragraph, from, to);
    if (wording.condition() == Condition.STATED_LIMIT) {
      return checkStatedLimit(wording, match, draft, document);
    }
    return wording.condition() == Condition.OTHER_PARAGRAPH_MATCHES
        ? findSecondPatternMatches(wording, paragraph, document)
            .map(other -> draft.setOtherLocation(other).toResult())
            .toList()
        : Stream.ofNullable(wording.check(match, draft, yearOrZero(document))).toList();
  }

  /** Whether a paragraph is the last part of its section and the next section is no list item. */
  private static boolean endsSection(CompactParagraph paragraph, AuditedDocument document) {
    Section section = paragraph.section();
    int next = document.sections().indexOf(section) + 1;
    return section.body().getLast() instanceof Section.Paragraph
        && document.paragraphs(section.path()).getLast().equals(paragraph)
        && next < document.sections().size()
        && !document.sections().get(next).isListItem();
  }

  private static boolean hasTooFewAmounts(CompactParagraph paragraph, ErroneousWording wording) {
    return wording.minAmounts() > 0
        && AMOUNT.matcher(paragraph.unspacedText()).results().limit(wording.minAmounts()).count()
            < wording.minAmounts();
  }

  /** Whether the text as printed has white space where the pattern asks for it. */
  private static boolean printsExpectedWhiteSpace(CompactParagraph paragraph, MatchResult match) {
    return !match.namedGroups().containsKey("gap")
        || paragraph.text().hasGapBefore(match.start("gap"));
  }

  private static Stream<QuoteLocation> findSecondPatternMatches(
      ErroneousWording wording, CompactParagraph paragraph, AuditedDocument document) {
    Pattern second = wording.secondPattern().orElseThrow();
    return document.paragraphs(paragraph.section().path()).stream()
        .flatMap(
            p ->
                second
                    .matcher(p.unspacedText())
                    .results()
                    .limit(1)
                    .map(m -> FindingDraft.locationOf(p, m.start(), m.end())));
  }

  /**
   * Checks an amount that is said to be within a limit. The limit is the only amount of the
   * document that the second pattern finds with the same word and unit; undecided if there are
   * several.
   */
  private static List<CheckResult> checkStatedLimit(
      ErroneousWording wording, MatchResult match, FindingDraft draft, AuditedDocument document) {
    Pattern second = wording.secondPattern().orElseThrow();
    List<ParagraphMatch> limits =
        document.paragraphs().stream()
            .filter(p -> p.unspacedText().contains(match.group("limit")))
            .flatMap(
                p ->
                    second
                        .matcher(p.unspacedText())
                        .results()
                        .filter(m -> m.group("limit").equals(match.group("limit")))
                        .filter(m -> m.group("unit").equals(match.group("unit")))
                        .map(m -> new ParagraphMatch(p, m)))
            .toList();
    List<BigDecimal> amounts =
        limits.stream().map(m -> m.parseNumber("whole").stripTrailingZeros()).distinct().toList();
    return amounts.isEmpty()
        ? List.of()
        : amounts.size() > 1
            ? List.of(CheckResult.undecided("which-amounts"))
            : List.of(
                new MatchedNumbers(match, draft.setOtherLocation(limits.getFirst().location()))
                    .checkLimit(limits.getFirst().parseNumber("whole")));
  }

  private static List<CheckResult> checkHeadings(
      List<ErroneousWording> headingWordings, AuditedDocument document) {
    List<CheckResult> checks = new ArrayList<>();
    boolean years = false;
    for (Section section : headingWordings.isEmpty() ? List.<Section>of() : document.sections()) {
      CheckResult check =
          checkFirstMatchingWording(
              headingWordings, section.title(), FindingDraft.locationOf(section), document);
      if (check instanceof CheckResult.Disagrees) {
        checks.add(check);
        years |= headingWordings.getFirst().condition() != Condition.ALWAYS_WRONG;
      }
    }
    return years && checks.size() > MAX_HEADINGS_OF_OTHER_YEAR
        ? List.of(CheckResult.undecided("several-other-years"))
        : checks;
  }

  /**
   * Adds the results for the cells of the tables and forms of a section, each text once, except
   * those that OCR read from pictures.
   */
  private static void checkCells(
      List<ErroneousWording> cellWordings,
      Section section,
      AuditedDocument document,
      List<CheckResult> checks) {
    Set<String> reported = new HashSet<>();
    for (Section.Part part : section.body()) {
      if (part instanceof Section.TablePart table && !table.grid().isRecognizedByOcr()) {
        List<List<String>> rows = table.grid().grid();
        for (int row = 0; row < rows.size(); row++) {
          int page = table.rowPages().get(row);
          for (String cell : rows.get(row)) {
            QuoteLocation location = new QuoteLocation(section.path(), page, cell.strip());
            CheckResult check = checkFirstMatchingWording(cellWordings, cell, location, document);
            if (check != null && reported.add(cell)) {
              checks.add(check);
            }
          }
        }
      }
    }
  }

  /**
   * The result for the first wording whose pattern occurs in a text; null if there is none or its
   * condition excludes the text. Exceptions ({@link ErroneousWording#isExcepted}) are not applied.
   */
  private static @Nullable CheckResult checkFirstMatchingWording(
      List<ErroneousWording> wordings,
      String text,
      QuoteLocation location,
      AuditedDocument document) {
    String compact = CompactText.compact(text).text();
    for (ErroneousWording wording : wordings) {
      Optional<MatchResult> match = wording.pattern().findAll(compact).findFirst();
      if (match.isPresent()) {
        return wording.check(
            match.get(), FindingDraft.create(wording.message(), location), yearOrZero(document));
      }
    }
    return null;
  }

  /**
   * Checks the target and the result of a row of a form together, provided that both name the same
   * year, because a target alone may be a plan for the next year.
   */
  private static void checkIndicator(
      ErroneousWording wording, Indicator row, AuditedDocument document, List<CheckResult> checks) {
    Matcher target = wording.pattern().pattern().matcher(normalize(row.target()));
    Matcher result = wording.pattern().pattern().matcher(normalize(row.actual()));
    if (target.find()
        && result.find()
        && ErroneousWording.parseYear(target) == ErroneousWording.parseYear(result)) {
      String quote = row.target() + " " + row.actual();
      QuoteLocation location = new QuoteLocation(row.sectionPath(), row.page(), quote);
      FindingDraft draft = FindingDraft.create(wording.message(), location);
      Stream.ofNullable(wording.check(target, draft, yearOrZero(document))).forEach(checks::add);
    }
  }

  private static String normalize(@Nullable String cell) {
    return cell == null ? "" : cell.replaceAll("\\s", "");
  }
}
