package org.mingzhang.audit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.text.CpuTimeBudget;
import org.mingzhang.text.DerivedValues;
import org.mingzhang.text.PrefilteredPattern;

/**
 * A disclosure prepared for the rules, with its paragraphs, statements, figures by name and account
 * tables. Created once for all rules; immutable. A rule may iterate over the lists only a fixed
 * number of times: to look up something for each figure or table it uses an index that is built
 * once ({@link #computeOnce}).
 */
public class AuditedDocument {
  private final Disclosure disclosure;
  private final CompactParagraphReader reader;
  private final List<CompactParagraph> paragraphs;
  private final Map<String, Section> sectionByPath = new HashMap<>();
  private final List<AccountTable> tables;
  private final DerivedValues<AuditedDocument> derivedByClass = new DerivedValues<>();
  private final Map<String, List<CheckResult>> resultsByRule = new ConcurrentHashMap<>();

  private final List<SectionStatements> statements;
  private final CpuTimeBudget budget;

  /**
   * Reads a disclosure.
   *
   * @param statements statements of its prose
   * @param budget processor time for the rules
   * @throws CpuTimeBudget.BudgetExhaustedException if it does not suffice for reading
   */
  public AuditedDocument(
      Disclosure disclosure, List<SectionStatements> statements, CpuTimeBudget budget) {
    this.disclosure = disclosure;
    this.statements = List.copyOf(statements);
    this.budget = budget;
    disclosure.sections().forEach(s -> sectionByPath.put(s.path(), s));
    this.reader = new CompactParagraphReader(sectionByPath);
    List<CompactParagraph> read = new ArrayList<>();
    for (Section section : disclosure.sections()) {
      budget.throwIfExhausted();
      read.addAll(reader.read(section));
    }
    this.paragraphs = List.copyOf(read);
    this.tables = disclosure.tables().stream().map(AccountTable::detectColumns).toList();
  }

  /**
   * Checks the processor time; to be called for each paragraph or location.
   *
   * @throws CpuTimeBudget.BudgetExhaustedException if it is used up
   */
  public void throwIfTimeExhausted() {
    budget.throwIfExhausted();
  }

  public Disclosure disclosure() {
    return disclosure;
  }

  public List<Figure> figures() {
    return disclosure.figures();
  }

  public List<Indicator> indicators() {
    return disclosure.indicators();
  }

  public List<SectionStatements> statements() {
    return statements;
  }

  public List<Section> sections() {
    return disclosure.sections();
  }

  public List<CompactParagraph> paragraphs() {
    return paragraphs;
  }

  /** The paragraphs of one section, without those of its subsections; empty if there are none. */
  public List<CompactParagraph> paragraphs(String path) {
    return sectionIndex().paragraphs().getOrDefault(path, List.of());
  }

  /**
   * The matches of a pattern in the paragraphs, in reading order. The stream is lazy and throws
   * {@link CpuTimeBudget.BudgetExhaustedException} when the processor time is used up.
   */
  public Stream<ParagraphMatch> findMatches(PrefilteredPattern pattern) {
    return findMatches(pattern, Long.MAX_VALUE);
  }

  /**
   * The first match of a pattern in each paragraph that has one; otherwise as {@link #findMatches}.
   */
  public Stream<ParagraphMatch> findFirstMatches(PrefilteredPattern pattern) {
    return findMatches(pattern, 1);
  }

  private Stream<ParagraphMatch> findMatches(PrefilteredPattern pattern, long limitPerParagraph) {
    return paragraphs().stream()
        .peek(p -> throwIfTimeExhausted())
        .flatMap(
            p ->
                pattern
                    .findAll(p.unspacedText())
                    .limit(limitPerParagraph)
                    .map(m -> new ParagraphMatch(p, m)));
  }

  /**
   * Paragraphs and indicators by section, and the figures that sentences state for the fiscal year,
   * by name.
   */
  private record SectionIndex(
      Map<String, List<CompactParagraph>> paragraphs,
      Map<String, List<Indicator>> indicators,
      Map<String, List<Figure>> proseFigures) {
    static SectionIndex build(AuditedDocument document) {
      return new SectionIndex(
          groupBy(document.paragraphs(), p -> p.section().path()),
          groupBy(document.indicators(), Indicator::sectionPath),
          groupBy(
              document.figures().stream().filter(document::isProseFigureOfFiscalYear).toList(),
              Figure::name));
    }

    private static <T> Map<String, List<T>> groupBy(List<T> all, Function<T, String> key) {
      return all.stream().collect(Collectors.groupingBy(key));
    }
  }

  private SectionIndex sectionIndex() {
    return computeOnce(SectionIndex.class, SectionIndex::build);
  }

  /** The rows of the performance forms in one section. */
  public List<Indicator> indicators(String path) {
    return sectionIndex().indicators().getOrDefault(path, List.of());
  }

  public List<AccountTable> tables() {
    return tables;
  }

  /**
   * A value that several rules derive from the document, computed once for each type: of several
   * derivations of one type only the first is applied. A derivation may use other values computed
   * by this method.
   */
  public <T> T computeOnce(Class<T> type, Function<AuditedDocument, T> derivation) {
    return derivedByClass.computeOnce(type, this, derivation);
  }

  /**
   * The results of a rule that other rules also use. The results are computed once for the
   * document.
   *
   * @param rule its id
   * @param checker may call this method only for rules whose results have already been computed
   */
  public List<CheckResult> computeOnce(
      String rule, Function<AuditedDocument, List<CheckResult>> checker) {
    return resultsByRule.computeIfAbsent(rule, id -> checker.apply(this));
  }

  public @Nullable Integer year() {
    return disclosure.metadata().year();
  }

  /** Whether the document is a budget; false if its category is unknown. */
  public boolean isBudget() {
    return hasCategory(Category::isBudget);
  }

  /** Whether the document is a final account; false if its category is unknown. */
  public boolean isFinalAccount() {
    return hasCategory(Category::isFinalAccount);
  }

  private boolean hasCategory(Predicate<Category> kind) {
    Category category = disclosure.metadata().category();
    return category != null && kind.test(category);
  }

  /** The section that directly contains another; empty for a section of the top level. */
  public final Optional<Section> findParent(Section section) {
    return reader.findParent(section);
  }

  /** The section with a path; empty if there is none. */
  public Optional<Section> findSection(String path) {
    return Optional.ofNullable(sectionByPath.get(path));
  }

  /**
   * Figures of sentences with this name that are not of a single item and either have no year or
   * are of the fiscal year.
   */
  public List<Figure> figuresOfSentences(String name) {
    return sectionIndex().proseFigures().getOrDefault(name, List.of());
  }

  private boolean isProseFigureOfFiscalYear(Figure figure) {
    return figure.item() == null
        && !figure.isFromTable()
        && (figure.year() == null || figure.year().equals(year()));
  }
}
